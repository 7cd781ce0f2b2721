package io.tripline.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What arrivals say about time. A source that joins the others starts where the slowest of them is: what they have passed
 * stays as it is.
 */
final class Times {

    private final Map<Integer, Long> highest = new TreeMap<>();
    private final Map<Integer, Long> longestLateAfter = new TreeMap<>();
    private final List<SeenEvent> inTime = new ArrayList<>();
    private final List<SeenEvent> late = new ArrayList<>();
    private long passedNanos = Long.MIN_VALUE;

    Times(List<SeenEvent> arrived) {
        for (SeenEvent event : arrived) {
            if (event.isTick()) {
                passedNanos = Math.max(passedNanos, event.timeNanos());
            } else {
                arrive(event);
            }
        }
    }

    private void arrive(SeenEvent event) {
        long startNanos = highest.values().stream().min(Long::compare).orElse(event.timeNanos());
        long highestNanos = highest.getOrDefault(event.source(), startNanos);
        long lateAfterNanos = event.schema().lateAfterNanos();
        if (event.timeNanos() < highestNanos - lateAfterNanos) {
            late.add(event);
            return;
        }
        inTime.add(event);
        highest.put(event.source(), Math.max(highestNanos, event.timeNanos()));
        longestLateAfter.merge(event.source(), lateAfterNanos, Math::max);
        long watermark = highest.keySet().stream()
                .mapToLong(source -> highest.get(source) - longestLateAfter.get(source))
                .min()
                .orElseThrow();
        passedNanos = Math.max(passedNanos, watermark);
    }

    /** The events that are not late, in the order of arrival. */
    List<SeenEvent> inTime() {
        return inTime;
    }

    /** The events that came later than their source allows, in the order of arrival. */
    List<SeenEvent> late() {
        return late;
    }

    /** A time has passed when it is before this: the highest that the watermark has ever been, or a tick has said. */
    long passedNanos() {
        return passedNanos;
    }
}
