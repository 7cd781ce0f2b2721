package io.tripline.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The indexes of a journal's files: from memory, else from the disk, else made anew by reading the file. Any thread may
 * use it.
 */
final class Indexes {

    private final Map<Path, SegmentIndex> known = new ConcurrentHashMap<>();

    /** What the writer knows of a file, or what was made of it. */
    void put(Path folder, SegmentIndex index) {
        known.put(folder, index);
    }

    /** The file has made room for its archive, or the archive for nothing. */
    void forget(Path folder) {
        known.remove(folder);
    }

    /** The index as the file itself has it: for when the one at hand has turned out to be wrong. */
    SegmentIndex anew(Path folder) throws IOException {
        SegmentIndex index = read(folder);
        known.put(folder, index);
        return index;
    }

    /** The index of a file that will not grow any more. */
    SegmentIndex of(Path folder) throws IOException {
        Optional<SegmentIndex> ready = ready(folder);
        return ready.isPresent() ? ready.get() : anew(folder);
    }

    /** The index of a file that may be growing: as its writer knows it, or as it is at this moment. */
    SegmentIndex ofGrowing(Path folder) throws IOException {
        Optional<SegmentIndex> ready = ready(folder);
        return ready.isPresent() ? ready.get() : read(folder);
    }

    /** The index of a file, unless that has to be read for it. */
    Optional<SegmentIndex> ready(Path folder) throws IOException {
        SegmentIndex index = known.get(folder);
        if (index == null) {
            index = IndexFile.read(Segments.indexFile(folder)).orElse(null);
            if (index != null) {
                known.put(folder, index);
            }
        }
        return Optional.ofNullable(index);
    }

    static SegmentIndex read(Path folder) throws IOException {
        try (FrameCursor cursor = Segments.open(folder)) {
            return IndexBuilder.read(cursor);
        }
    }
}
