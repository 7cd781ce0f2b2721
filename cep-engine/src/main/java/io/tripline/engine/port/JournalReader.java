package io.tripline.engine.port;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The journal as history: ranges of it are read while its writer goes on appending. Only what is durable is seen.
 *
 * <p>Any number of threads may use one reader at once; each reads with files of its own. Entries come whole: an entry is
 * visited when any of its sequences lies in the range that was asked for.
 *
 * <p>Every method may throw {@link JournalDamagedException} when something that is durable cannot be read any more, and
 * {@link java.io.UncheckedIOException} when the disk refuses to be read.
 */
public interface JournalReader {

    /** Looks at an entry, and says whether to go on. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(JournalEntry entry);
    }

    /** Keeps a part of the journal from being removed until it is closed. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** The first sequence that is still there or, in an empty journal, the first to come. */
    long firstSequence();

    /** The last sequence that is durable; one less than {@link #firstSequence} when there is none. */
    long lastSequence();

    /**
     * The first sequence of the first entry that was taken in at that instant or later. Clocks may jump: entries behind
     * it may have been taken in earlier by their clock.
     *
     * @param takenAtNanos nanoseconds since 1970
     * @return none when nothing was taken in since
     */
    OptionalLong firstTakenAtOrAfter(long takenAtNanos);

    /**
     * The rules in force at a sequence: the last change of the rules at or before it.
     *
     * @return none before the first change
     * @throws JournalRemovedException when the journal no longer reaches back to it
     */
    Optional<JournalEntry.Rules> rulesAt(long sequence);

    /**
     * Reads the entries of a range in order. What becomes durable while it reads is not waited for: the range ends with
     * what was durable at the call. Ends early when the visitor says so, or when the thread is interrupted, which it
     * stays. The part of the journal that is still to be read is not removed meanwhile.
     *
     * @param fromSequence the first to be read
     * @param throughSequence the last to be read; {@link Long#MAX_VALUE} for all there are
     * @return the last sequence that was visited; {@code fromSequence - 1} when nothing was
     * @throws JournalRemovedException when the journal no longer reaches back to it
     */
    long read(long fromSequence, long throughSequence, Visitor visitor);

    /** From now on nothing from that sequence on is removed; whoever wants to read again later asks for this. */
    Hold hold(long fromSequence);
}
