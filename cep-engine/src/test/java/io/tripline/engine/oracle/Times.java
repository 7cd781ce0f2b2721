package io.tripline.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What arrivals say about time. A source that has sent nothing among so many inputs is idle, and not waited for. One that
 * joins the others, or comes back to them, starts where the slowest of them is: what they have passed stays as it is.
 */
final class Times {

    private final long idleInputs;
    private final Map<Integer, Long> highest = new TreeMap<>();
    private final Map<Integer, Long> longestLateAfter = new TreeMap<>();
    /** Of the sources that are not idle. */
    private final Map<Integer, Long> latestInput = new TreeMap<>();

    private final List<SeenEvent> inTime = new ArrayList<>();
    private final List<SeenEvent> late = new ArrayList<>();
    private long passedNanos = Long.MIN_VALUE;

    Times(List<SeenEvent> arrived, long idleInputs) {
        this.idleInputs = idleInputs;
        for (SeenEvent event : arrived) {
            if (event.isTick()) {
                passedNanos = Math.max(passedNanos, event.timeNanos());
            } else if (!event.isChange()) {
                arrive(event);
            }
        }
    }

    private void arrive(SeenEvent event) {
        int source = event.source();
        long startNanos = latestInput.keySet().stream()
                .map(highest::get)
                .min(Long::compare)
                .orElse(Long.MIN_VALUE);
        long own = highest.getOrDefault(source, Long.MIN_VALUE);
        long highestNanos = latestInput.containsKey(source) ? own : Math.max(own, startNanos);
        long lateAfterNanos = event.schema().lateAfterNanos();
        if (highestNanos != Long.MIN_VALUE && event.timeNanos() < highestNanos - lateAfterNanos) {
            late.add(event);
            return;
        }
        inTime.add(event);
        highest.put(source, Math.max(highestNanos, event.timeNanos()));
        longestLateAfter.merge(source, lateAfterNanos, Math::max);
        latestInput.put(source, event.sequence());
        latestInput.values().removeIf(latest -> event.sequence() - latest > idleInputs);
        long watermark = latestInput.keySet().stream()
                .mapToLong(active -> highest.get(active) - longestLateAfter.get(active))
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
