package io.tripline.engine.state;

import io.tripline.engine.snapshot.StateForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Which snapshot it is, and what its files are: a text of a line for each fact, the last of which is the checksum of the
 * others.
 *
 * @param sequence position in the journal of the last input that it knows
 * @param revision of the rule set that held
 * @param form the {@link StateForm#VERSION} it was written in
 * @param release the software that wrote it
 * @param files all files, in the order of their names
 */
public record SnapshotManifest(long sequence, long revision, int form, String release, List<File> files) {
    /** Its name in the snapshot's folder. */
    static final String NAME = "manifest";

    private static final String TITLE = "tripline-snapshot";

    /**
     * A file of parts.
     *
     * @param digest of its parts, see {@link io.tripline.engine.snapshot.StateDigest}
     */
    public record File(String name, long bytes, long parts, String digest) {}

    public SnapshotManifest {
        files = List.copyOf(files);
    }

    public long bytes() {
        return files.stream().mapToLong(File::bytes).sum();
    }

    public long parts() {
        return files.stream().mapToLong(File::parts).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder(TITLE + " " + form + "\n");
        text.append("sequence ").append(sequence).append('\n');
        text.append("revision ").append(revision).append('\n');
        text.append("release ").append(release).append('\n');
        for (File file : files) {
            text.append("file " + file.name() + " " + file.bytes() + " " + file.parts() + " " + file.digest() + "\n");
        }
        return text + "checksum " + checksum(text.toString()) + "\n";
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** @throws SnapshotDamagedException when the file is not as it was written */
    static SnapshotManifest read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf("checksum ");
            if (!text.startsWith(TITLE)
                    || end < 0
                    || !text.substring(end).equals("checksum " + checksum(text.substring(0, end)) + "\n")) {
                throw new SnapshotDamagedException(file, 0, "it is not as it was written");
            }
            List<String> lines = text.substring(0, end).lines().toList();
            List<File> files = new ArrayList<>();
            for (String line : lines.subList(4, lines.size())) {
                List<String> words = List.of(line.split(" ", -1));
                files.add(new File(
                        words.get(1), Long.parseLong(words.get(2)), Long.parseLong(words.get(3)), words.get(4)));
            }
            return new SnapshotManifest(
                    Long.parseLong(value(lines.get(1))),
                    Long.parseLong(value(lines.get(2))),
                    Integer.parseInt(value(lines.get(0))),
                    value(lines.get(3)),
                    files);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String value(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
