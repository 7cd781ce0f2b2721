package io.tripline.engine.oracle;

import io.tripline.dsl.plan.EventFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether events are such as a rule names them. */
final class EventFilters {

    private EventFilters() {}

    /** Whether the event at a place fits, for a match that has taken events: it sees those before that place. */
    static boolean fits(RuleWalk walk, EventFilter filter, int place, Map<Integer, List<Integer>> taken) {
        if (!walk.events().get(place).type().equals(filter.event())) {
            return false;
        }
        if (filter.condition().isEmpty()) {
            return true;
        }
        Map<Integer, List<Integer>> before = new TreeMap<>();
        taken.forEach((step, places) -> {
            List<Integer> earlier = new ArrayList<>(places);
            earlier.removeIf(one -> one >= place);
            before.put(step, earlier);
        });
        return walk.moment(place, walk.seen(before)).isTrue(filter.condition().get());
    }

    static boolean fitsAny(RuleWalk walk, List<EventFilter> filters, int place, Map<Integer, List<Integer>> taken) {
        return filters.stream().anyMatch(filter -> fits(walk, filter, place, taken));
    }
}
