package io.tripline.engine.port;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.core.RuleStarts;
import io.tripline.engine.table.ReferenceChange;
import java.util.List;

/** One input, as the journal keeps it. */
public sealed interface JournalEntry {

    /** Sequence of its first input; the first one of all is 1. */
    long firstSequence();

    /** How many sequences it takes, at least 1. */
    int count();

    /** When it was taken in, nanoseconds since 1970 by the clock of that moment. */
    long takenAtNanos();

    default long lastSequence() {
        return firstSequence() + count() - 1;
    }

    /**
     * Events, one behind the other in the form of {@link io.tripline.engine.event}. The k-th of them, counted from 0,
     * has the sequence {@code firstSequence + k}.
     *
     * @param generation of the catalogue they were written with
     * @param source who sent them
     * @param bytes the events, from index 0; nobody writes to it any more
     * @param length bytes they take
     */
    @SuppressWarnings("ArrayRecordComponent") // megabytes a second go through here: neither copied nor compared
    record Events(
            long firstSequence, int count, long takenAtNanos, long generation, String source, byte[] bytes, int length)
            implements JournalEntry {}

    /**
     * A clock tick: event time has come there without an event.
     *
     * @param timeNanos nanoseconds since 1970; {@link Long#MAX_VALUE} when no event will come any more
     */
    record Tick(long firstSequence, long takenAtNanos, long timeNanos) implements JournalEntry {
        @Override
        public int count() {
            return 1;
        }
    }

    /** Changes of lists and tables from outside of the rules; they take effect together, in this order. */
    record References(long firstSequence, long takenAtNanos, List<ReferenceChange> changes) implements JournalEntry {
        public References {
            changes = List.copyOf(changes);
        }

        @Override
        public int count() {
            return 1;
        }
    }

    /**
     * A change of the rules.
     *
     * @param revision the new generation: the number of rule changes up to and with this one
     * @param files the complete new rule set
     * @param starts how rules begin that are new or changed
     */
    record Rules(long firstSequence, long takenAtNanos, long revision, List<SourceFile> files, RuleStarts starts)
            implements JournalEntry {
        public Rules {
            files = List.copyOf(files);
        }

        /** A change whose new and changed rules begin with nothing known. */
        public Rules(long firstSequence, long takenAtNanos, long revision, List<SourceFile> files) {
            this(firstSequence, takenAtNanos, revision, files, RuleStarts.EMPTY);
        }

        @Override
        public int count() {
            return 1;
        }
    }
}
