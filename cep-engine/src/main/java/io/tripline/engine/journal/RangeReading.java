package io.tripline.engine.journal;

import io.tripline.engine.journal.SegmentIndex.Mark;
import io.tripline.engine.port.JournalDamagedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Goes once over the entries of some files, in order, and changes nothing. Where the chain of frames ends before what is
 * known to be durable, that is damage.
 */
final class RangeReading {

    /** Looks at the entry that a cursor stands on, and says whether to go on. */
    @FunctionalInterface
    interface Look {
        boolean at(FrameCursor entry) throws IOException;
    }

    private final List<Path> folders;
    private final long durableThrough;
    private final SequenceChain chain = SequenceChain.anywhere();

    /**
     * @param folders files that have been begun
     * @param durableThrough a sequence that is in them; {@link Long#MAX_VALUE} when nobody knows one
     */
    RangeReading(List<Path> folders, long durableThrough) {
        this.folders = folders;
        this.durableThrough = durableThrough;
    }

    /** The sequence behind the last one that was seen. */
    long expected() {
        return chain.expected();
    }

    /**
     * Shows each entry that begins at {@code through} or before it.
     *
     * @param start index of the file to begin with
     * @param mark where to begin in it; one that is wrong is passed over, and the file read from its beginning
     * @return false when the visitor has had enough
     */
    boolean run(int start, Optional<Mark> mark, long through, Look look) throws IOException {
        long last = Math.min(through, durableThrough);
        for (int i = start; i < folders.size(); i++) {
            if (i > start && chain.expected() > last) {
                return true;
            }
            try (FrameCursor cursor = Segments.open(folders.get(i))) {
                open(cursor);
                if (i == start && mark.isPresent()) {
                    skip(cursor, mark.get());
                }
                boolean closed = false;
                while (!closed && chain.expected() <= last && cursor.next()) {
                    chain.add(cursor);
                    closed = cursor.kind() == Frame.KIND_CLOSE;
                    if (cursor.holdsEntry() && !look.at(cursor)) {
                        return false;
                    }
                }
                chain.end(cursor);
                if (i == folders.size() - 1 && !closed && chain.expected() <= last) {
                    requireTorn(cursor);
                }
            }
        }
        return true;
    }

    private void open(FrameCursor cursor) throws IOException {
        if (!cursor.next() || !cursor.isOpening()) {
            throw new JournalDamagedException(
                    cursor.file().toString(), cursor.position(), "its first frame cannot be read");
        }
        chain.follow(cursor);
    }

    private void skip(FrameCursor cursor, Mark mark) throws IOException {
        cursor.seek(mark.position());
        boolean right = cursor.next() && chain.skipTo(cursor, mark.sequence());
        cursor.seek(right ? mark.position() : 0);
        if (!right && !cursor.next()) {
            throw new JournalDamagedException(cursor.file().toString(), 0, "its first frame cannot be read again");
        }
    }

    private void requireTorn(FrameCursor cursor) throws IOException {
        String missing = durableThrough < Long.MAX_VALUE
                ? "sequence " + chain.expected() + " is durable"
                : cursor.evidenceAgainstEnd(chain.expected(), chain.journalId()).orElse("");
        if (!missing.isEmpty()) {
            throw new JournalDamagedException(
                    cursor.file().toString(), cursor.position(), "no whole frame follows here, but " + missing);
        }
    }
}
