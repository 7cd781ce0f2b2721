package io.tripline.engine.oracle;

import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.FeaturePlan.Window.Last;
import io.tripline.dsl.plan.FeaturePlan.Window.Sliding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which events a window holds. */
final class WindowMeaning {

    private WindowMeaning() {}

    /**
     * The events that count at one of them, in their order.
     *
     * @param events of the key, in their order
     * @param place of the current event: those behind it have not come yet
     * @param passes whether an event is such as the feature names it
     */
    static List<SeenEvent> events(FeaturePlan feature, List<SeenEvent> events, int place, Predicate<SeenEvent> passes) {
        List<SeenEvent> counted = new ArrayList<>();
        for (int i = 0; i <= place; i++) {
            boolean leftOut = feature.beforeThis() && i == place;
            if (!leftOut && passes.test(events.get(i))) {
                counted.add(events.get(i));
            }
        }
        if (feature.window() instanceof Last last) {
            return counted.subList(Math.max(0, counted.size() - last.events()), counted.size());
        }
        Sliding sliding = (Sliding) feature.window();
        long end = events.get(place).timeNanos() - sliding.endingAgoNanos();
        long begin = begin(sliding, end);
        counted.removeIf(event -> event.timeNanos() < begin || event.timeNanos() > end);
        return counted;
    }

    /** Panes are aligned to 1970; a window of panes holds whole ones, and the last of them as far as it has come. */
    private static long begin(Sliding sliding, long end) {
        if (sliding.stepNanos().isEmpty()) {
            return end - sliding.nanos();
        }
        long step = sliding.stepNanos().getAsLong();
        long endOfPane = (Math.floorDiv(end, step) + 1) * step;
        return endOfPane - sliding.nanos();
    }
}
