package io.tripline.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folders below the journal's, one for each file, numbered from 1 in the order they were begun. */
final class Segments {

    private static final String NAME = "[0-9]{8}";

    private Segments() {}

    static List<Path> list(Path journal) throws IOException {
        try (Stream<Path> entries = Files.list(journal)) {
            return entries.filter(folder -> folder.getFileName().toString().matches(NAME))
                    .sorted()
                    .toList();
        }
    }

    static Path next(Path journal, List<Path> present) {
        int number = present.isEmpty()
                ? 1
                : 1
                        + Integer.parseInt(
                                present.get(present.size() - 1).getFileName().toString());
        return journal.resolve(String.format(Locale.ROOT, "%08d", number));
    }

    static Path file(Path folder) {
        return folder.resolve(ChronicleSetup.FILE_NAME);
    }

    static FrameCursor open(Path folder) throws IOException {
        return new SegmentReader(file(folder));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** A new name is durable when its folder is. */
    static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
