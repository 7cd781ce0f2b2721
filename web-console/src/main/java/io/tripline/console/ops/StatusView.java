package io.tripline.console.ops;

import io.tripline.alerting.model.AlertCounts;
import java.time.Instant;

/** The body of {@code GET /v1/status}; {@code reason} and {@code watermark} may be null. */
record StatusView(
        String version,
        String state,
        String reason,
        String listening,
        String durability,
        int partitions,
        Instant startedAt,
        long uptimeSeconds,
        Journal journal,
        Events events,
        AlertCounts alerts,
        Outbox outbox,
        Ring ring,
        Instant watermark,
        int rules,
        long keys,
        long partialMatches,
        long droppedPartialMatches,
        long viewWindows,
        long leftOutEvents) {

    record Journal(long sequence, long bytes) {}

    record Events(long accepted, long duplicates, long rejected, long late, long missingKey, double perSecond) {}

    record Outbox(long pending, long dead) {}

    record Ring(int capacity, int used) {}
}
