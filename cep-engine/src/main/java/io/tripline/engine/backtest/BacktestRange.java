package io.tripline.engine.backtest;

import io.tripline.engine.event.Nanos;
import io.tripline.engine.port.JournalReader;
import java.time.Instant;
import java.util.OptionalLong;

/** Which part of the history alerts are counted in; an end that is open is that of the journal. */
public sealed interface BacktestRange {

    /** All there is. */
    static BacktestRange whole() {
        return new Sequences(1, Long.MAX_VALUE);
    }

    /** From the one through the other. */
    record Sequences(long from, long through) implements BacktestRange {}

    /** What was taken in at the one instant or later and before the other, by the node's clock. */
    record TakenIn(Instant from, Instant before) implements BacktestRange {}

    /** The range in sequences that are there. */
    default Sequences in(JournalReader journal) {
        Sequences wanted = this instanceof TakenIn taken
                ? new Sequences(
                        first(journal, taken.from()).orElse(Long.MAX_VALUE),
                        first(journal, taken.before()).orElse(Long.MAX_VALUE) - 1)
                : (Sequences) this;
        Sequences there = new Sequences(
                Math.max(wanted.from(), journal.firstSequence()), Math.min(wanted.through(), journal.lastSequence()));
        if (there.from() > there.through()) {
            throw new BacktestException("there is nothing in that range: the journal holds the sequences from "
                    + journal.firstSequence() + " through " + journal.lastSequence());
        }
        return there;
    }

    private static OptionalLong first(JournalReader journal, Instant instant) {
        if (instant.isBefore(Instant.EPOCH)) {
            return OptionalLong.of(journal.firstSequence());
        } else if (instant.isAfter(LATEST)) {
            return OptionalLong.empty();
        }
        return journal.firstTakenAtOrAfter(Nanos.of(instant));
    }

    /** What is later cannot be said in nanoseconds. */
    Instant LATEST = Instant.parse("2262-01-01T00:00:00Z");
}
