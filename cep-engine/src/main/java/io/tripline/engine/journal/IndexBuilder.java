package io.tripline.engine.journal;

import io.tripline.engine.journal.SegmentIndex.Mark;
import io.tripline.engine.journal.SegmentIndex.RuleMark;
import io.tripline.engine.port.JournalDamagedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes the index of a file, while it is written or when it is read. Used by one thread. */
final class IndexBuilder {

    private static final long DISTANCE_BYTES = 1 << 20;

    private final long journalId;
    private final long firstSequence;
    private final List<Mark> marks = new ArrayList<>();
    private final List<RuleMark> rules = new ArrayList<>();
    private long nextSequence;
    private long latestTakenAtNanos = Long.MIN_VALUE;

    IndexBuilder(long journalId, long firstSequence) {
        this.journalId = journalId;
        this.firstSequence = firstSequence;
        this.nextSequence = firstSequence;
    }

    /**
     * Notes an entry behind those before it.
     *
     * @return whether a mark was set
     */
    boolean entry(long position, long sequence, int count, long takenAtNanos) {
        boolean far = marks.isEmpty() || position - marks.get(marks.size() - 1).position() >= DISTANCE_BYTES;
        if (far) {
            marks.add(new Mark(position, sequence, latestTakenAtNanos));
        }
        latestTakenAtNanos = Math.max(latestTakenAtNanos, takenAtNanos);
        nextSequence = sequence + count;
        return far;
    }

    /** Notes a frame with the rules that a change at {@code sequence} has brought. */
    void rules(long position, long sequence) {
        rules.add(new RuleMark(position, sequence));
    }

    SegmentIndex build() {
        return new SegmentIndex(journalId, firstSequence, nextSequence, latestTakenAtNanos, marks, rules);
    }

    /**
     * Reads a file to the end of its chain.
     *
     * @throws JournalDamagedException when not even its first frame can be read
     */
    static SegmentIndex read(FrameCursor cursor) throws IOException {
        if (!cursor.next() || !cursor.isOpening()) {
            throw new JournalDamagedException(cursor.file().toString(), 0, "its first frame cannot be read");
        }
        IndexBuilder builder = new IndexBuilder(cursor.journalId(), cursor.firstSequence());
        while (cursor.next()) {
            builder.add(cursor);
        }
        return builder.build();
    }

    /** Notes what the cursor stands on. */
    void add(FrameCursor cursor) {
        cursor.rules().ifPresent(rules -> rules(cursor.position(), rules.firstSequence()));
        if (cursor.holdsEntry()) {
            entry(cursor.position(), cursor.firstSequence(), cursor.count(), cursor.takenAtNanos());
        }
    }
}
