package io.tripline.engine.journal;

import io.tripline.engine.port.JournalDamagedException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the first frames of a journal's files say. A file is looked into once, when somebody wants to know; a search looks
 * into few of them. Any thread may use it.
 */
final class Openings {

    /**
     * The first frame of a file.
     *
     * @param firstSequence the first to come in it
     * @param previousSequence the last before it
     */
    record Opening(long firstSequence, long previousSequence) {}

    private final Map<Path, Opening> known = new ConcurrentHashMap<>();

    /** The files that have been begun; the last one may not have been yet. */
    List<Path> begun(Path journal) throws IOException {
        List<Path> folders = Segments.list(journal);
        boolean lastIsBegun =
                folders.isEmpty() || openingOf(folders.get(folders.size() - 1)).isPresent();
        return lastIsBegun ? folders : folders.subList(0, folders.size() - 1);
    }

    Opening of(Path folder) throws IOException {
        return openingOf(folder)
                .orElseThrow(() -> new JournalDamagedException(
                        Segments.file(folder).toString(), 0, "its first frame cannot be read"));
    }

    /** Index of the file that holds a sequence, or of the last one that begins before it; -1 when all begin after it. */
    int indexOf(List<Path> folders, long sequence) throws IOException {
        int low = 0;
        int high = folders.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (of(folders.get(middle)).firstSequence() <= sequence) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private Optional<Opening> openingOf(Path folder) throws IOException {
        Opening opening = known.get(folder);
        if (opening == null) {
            try (FrameCursor cursor = Segments.open(folder)) {
                if (!cursor.next() || !cursor.isOpening()) {
                    return Optional.empty();
                }
                opening = new Opening(cursor.firstSequence(), cursor.previousSequence());
                known.put(folder, opening);
            } catch (NoSuchFileException notBegun) {
                return Optional.empty();
            }
        }
        return Optional.of(opening);
    }
}
