package io.tripline.engine.journal;

import io.tripline.dsl.SourceFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rule files as bytes: their number, then for each its name and its text, each as a length and UTF-8; the numbers are
 * little-endian ints.
 */
final class RuleFilesCodec {

    private RuleFilesCodec() {}

    static byte[] encode(List<SourceFile> files) {
        List<byte[]> texts = new ArrayList<>(2 * files.size());
        int length = 4;
        for (SourceFile file : files) {
            for (String text : List.of(file.name(), file.text())) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                texts.add(utf8);
                length += 4 + utf8.length;
            }
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(files.size());
        texts.forEach(text -> buffer.putInt(text.length).put(text));
        return buffer.array();
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
