package io.tripline.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folders below the journal's, one for each segment, numbered from 1 in the order they were begun. A segment has its
 * frames in Chronicle's file or, later, in an archive; while an archive takes the place of the file both are there and
 * hold the same.
 */
final class Segments {

    /** Of a file that is being made; left behind by a crash it is worth nothing. */
    static final String TEMPORARY = ".tmp";

    /** Of a segment that has been removed and is being deleted. */
    static final String REMOVED = ".removed";

    private static final String NAME = "[0-9]{8}";
    private static final String ARCHIVE = "archive.tra";

    private Segments() {}

    static List<Path> list(Path journal) throws IOException {
        return list(journal, NAME);
    }

    /** Folders that are only still there because deleting them was cut short. */
    static List<Path> removed(Path journal) throws IOException {
        return list(journal, NAME + "\\" + REMOVED);
    }

    private static List<Path> list(Path journal, String name) throws IOException {
        try (Stream<Path> entries = Files.list(journal)) {
            return entries.filter(folder -> folder.getFileName().toString().matches(name))
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

    /** Chronicle's file. */
    static Path file(Path folder) {
        return folder.resolve(ChronicleSetup.FILE_NAME);
    }

    static Path archive(Path folder) {
        return folder.resolve(ARCHIVE);
    }

    static boolean isArchived(Path folder) {
        return !Files.exists(file(folder)) && Files.exists(archive(folder));
    }

    /** What an archive takes the place of. */
    static List<Path> originals(Path folder) {
        return List.of(file(folder), folder.resolve("metadata.cq4t"), folder.resolve("index"));
    }

    /** Of the file that is read: positions in an archive are others. */
    static Path indexFile(Path folder) {
        return folder.resolve(isArchived(folder) ? "archive.index" : "index");
    }

    /** Bytes of the frames as they lie on the disk. */
    static long bytes(Path folder) throws IOException {
        try {
            return Files.size(file(folder));
        } catch (NoSuchFileException e) {
            return Files.exists(archive(folder)) ? Files.size(archive(folder)) : 0;
        }
    }

    static long bytesOf(List<Path> folders) throws IOException {
        long bytes = 0;
        for (Path folder : folders) {
            bytes += bytes(folder);
        }
        return bytes;
    }

    /**
     * Opens a segment wherever its frames are.
     *
     * @throws NoSuchFileException when it has none, naming Chronicle's file
     */
    static FrameCursor open(Path folder) throws IOException {
        try {
            return new SegmentReader(file(folder));
        } catch (NoSuchFileException e) {
            // The archive has its name before the file loses it.
            if (Files.exists(archive(folder))) {
                return new ArchiveReader(archive(folder));
            }
            throw e;
        }
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
