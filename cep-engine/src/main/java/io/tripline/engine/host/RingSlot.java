package io.tripline.engine.host;

import io.tripline.engine.core.Outcome;
import java.util.ArrayList;
import java.util.List;

/** One place of the ring, used again and again. Each field says who writes it; the ring's barriers hand it on. */
final class RingSlot {

    /** Written by who submits, taken out by the journal handler. */
    Input input;

    /** Written by who submits; given back by the outcome handler. */
    int bytes;

    /** Whose share the slot and the bytes are of; written by who submits. */
    String source = "";

    /** When it was put in, by {@link System#nanoTime}; written by who submits, read by who looks how long things take. */
    volatile long putNanos;

    /** Place in the ring that {@link #putNanos} speaks of; written behind it. */
    volatile long place = -1;

    /** Written by the journal handler. */
    Work work = Work.NOTHING;

    /** Written by the journal handler, run by the acknowledging one; null when there is nobody to answer. */
    Runnable answerOrNull;

    /** One for each partition, written by its engine handler, emptied by the outcome handler. */
    final List<List<Outcome>> outcomes;

    /** Set by an engine handler that has failed here or before. */
    boolean incomplete;

    RingSlot(int partitions) {
        outcomes = new ArrayList<>(partitions);
        for (int i = 0; i < partitions; i++) {
            outcomes.add(new ArrayList<>());
        }
    }
}
