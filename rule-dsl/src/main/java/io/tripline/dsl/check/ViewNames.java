package io.tripline.dsl.check;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ViewPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a view are made of, and what has been found of it so far.
 *
 * @param inside an event of its source, as aggregates see it
 * @param columns by name, those before the one that is looked at; empty for one that is wrong
 * @param aggregates the place of each, each equal one once
 */
record ViewNames(
        Scope inside,
        Map<String, Optional<ExpressionPlan>> columns,
        LinkedHashMap<ViewPlan.Aggregate, Integer> aggregates) {

    ViewNames(Scope inside) {
        this(inside, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    int indexOf(ViewPlan.Aggregate aggregate) {
        return aggregates.computeIfAbsent(aggregate, added -> aggregates.size());
    }

    List<ViewPlan.Aggregate> allAggregates() {
        return List.copyOf(aggregates.keySet());
    }
}
