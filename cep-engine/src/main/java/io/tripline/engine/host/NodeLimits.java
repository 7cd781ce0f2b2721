package io.tripline.engine.host;

import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.journal.JournalLimits;

/**
 * How much a node takes on.
 *
 * @param ringSlots batches that may be on their way at once, a power of two
 * @param ringBytes bytes of events that may be on their way at once; one batch always may
 * @param rememberedIds duplicates are found among at least so many of the last events with an id
 * @param sources how many different names of sources there may be
 * @param sourceIdleMillis how long a source may be silent while others send before time goes on without it
 */
public record NodeLimits(
        int ringSlots,
        long ringBytes,
        int rememberedIds,
        int sources,
        long sourceIdleMillis,
        EngineLimits engine,
        JournalLimits journal) {

    public static final NodeLimits DEFAULT =
            new NodeLimits(1024, 64L << 20, 5_000_000, 4096, 60_000, EngineLimits.DEFAULT, JournalLimits.DEFAULT);

    public NodeLimits {
        if (ringSlots < 1
                || Integer.bitCount(ringSlots) != 1
                || ringBytes < 1
                || rememberedIds < 1
                || sources < 1
                || sourceIdleMillis < 1) {
            throw new IllegalArgumentException("limits must be positive, and the ring's slots a power of two");
        }
    }

    public NodeLimits withRing(int slots, long bytes) {
        return new NodeLimits(slots, bytes, rememberedIds, sources, sourceIdleMillis, engine, journal);
    }

    public NodeLimits withRememberedIds(int ids) {
        return new NodeLimits(ringSlots, ringBytes, ids, sources, sourceIdleMillis, engine, journal);
    }

    public NodeLimits withSources(int names) {
        return new NodeLimits(ringSlots, ringBytes, rememberedIds, names, sourceIdleMillis, engine, journal);
    }

    public NodeLimits withSourceIdleMillis(long millis) {
        return new NodeLimits(ringSlots, ringBytes, rememberedIds, sources, millis, engine, journal);
    }

    public NodeLimits withEngine(EngineLimits limits) {
        return new NodeLimits(ringSlots, ringBytes, rememberedIds, sources, sourceIdleMillis, limits, journal);
    }

    public NodeLimits withJournal(JournalLimits limits) {
        return new NodeLimits(ringSlots, ringBytes, rememberedIds, sources, sourceIdleMillis, engine, limits);
    }
}
