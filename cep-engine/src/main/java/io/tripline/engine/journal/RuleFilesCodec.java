package io.tripline.engine.journal;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.core.RuleStarts;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rule files as bytes: their number, then for each its name and its text, each as a length and UTF-8; the numbers are
 * little-endian ints. Behind them, where rules do not all begin with nothing known, how they begin: the sequence that
 * warmed ones have seen since, a little-endian long, then twice a number of names and these, of warmed rules and of kept
 * ones. Journals of before have nothing there.
 */
final class RuleFilesCodec {

    private RuleFilesCodec() {}

    static byte[] encode(List<SourceFile> files, RuleStarts starts) {
        List<String> texts = new ArrayList<>(2 * files.size());
        files.forEach(file -> texts.addAll(List.of(file.name(), file.text())));
        boolean startsEmpty = starts.equals(RuleStarts.EMPTY);
        int length = 4 + lengthOf(texts) + (startsEmpty ? 0 : 16 + lengthOf(starts.warmed()) + lengthOf(starts.kept()));
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(files.size());
        put(texts, buffer);
        if (!startsEmpty) {
            buffer.putLong(starts.warmFrom());
            for (List<String> names : List.of(starts.warmed(), starts.kept())) {
                buffer.putInt(names.size());
                put(names, buffer);
            }
        }
        return buffer.array();
    }

    private static int lengthOf(List<String> texts) {
        return texts.stream()
                .mapToInt(text -> 4 + text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static void put(List<String> texts, ByteBuffer buffer) {
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            buffer.putInt(utf8.length).put(utf8);
        }
    }

    /** The files that {@link #encode} made these bytes of. */
    static List<SourceFile> decode(byte[] bytes, int start, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, start, length).order(ByteOrder.LITTLE_ENDIAN);
        int count = buffer.getInt();
        List<SourceFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = text(buffer);
            files.add(new SourceFile(name, text(buffer)));
        }
        return files;
    }

    /** How the rules begin, from the bytes that {@link #encode} made. */
    static RuleStarts decodeStarts(byte[] bytes, int start, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, start, length).order(ByteOrder.LITTLE_ENDIAN);
        for (int texts = 2 * buffer.getInt(); texts > 0; texts--) {
            skipText(buffer);
        }
        if (!buffer.hasRemaining()) {
            return RuleStarts.EMPTY;
        }
        return new RuleStarts(buffer.getLong(), names(buffer), names(buffer));
    }

    private static void skipText(ByteBuffer buffer) {
        int length = buffer.getInt();
        buffer.position(buffer.position() + length);
    }

    private static List<String> names(ByteBuffer buffer) {
        List<String> names = new ArrayList<>();
        for (int count = buffer.getInt(); count > 0; count--) {
            names.add(text(buffer));
        }
        return names;
    }

    private static String text(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new IllegalStateException("a text of " + length + " bytes, and there are " + buffer.remaining());
        }
        byte[] utf8 = new byte[length];
        buffer.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
