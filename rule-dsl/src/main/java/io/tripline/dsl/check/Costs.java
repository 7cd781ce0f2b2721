package io.tripline.dsl.check;

import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Alternatives;
import io.tripline.dsl.plan.PatternPlan.AnyOrder;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import io.tripline.dsl.plan.PlanCost;
import io.tripline.dsl.plan.PlanCost.Growth;
import io.tripline.dsl.plan.PlanCost.Keeps;
import io.tripline.dsl.plan.PlanCost.Part;
import io.tripline.dsl.plan.TriggerPlan;
import java.util.ArrayList;
import java.util.List;

/** What a rule or a decision can keep for each key, so far as its text says. */
final class Costs {

    private Costs() {}

    static PlanCost of(List<FeaturePlan> features, TriggerPlan trigger) {
        List<Part> parts = windows(features);
        if (trigger instanceof TriggerPlan.Match match) {
            boolean waits = match.deadline().isPresent() || match.waits();
            if (waits || !(match.pattern() instanceof PatternPlan.Step)) {
                parts.add(new Part.PartialMatches(
                        events(match.pattern()),
                        hasAny(match.pattern()) ? Growth.EACH_COMBINATION : Growth.EACH_START,
                        longestNanos(match)));
            }
        }
        return new PlanCost(parts);
    }

    static PlanCost of(List<FeaturePlan> features) {
        return new PlanCost(windows(features));
    }

    private static List<Part> windows(List<FeaturePlan> features) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            parts.add(window(i, features.get(i)));
        }
        return parts;
    }

    private static Part window(int index, FeaturePlan feature) {
        if (feature.window() instanceof FeaturePlan.Window.Last last) {
            return new Part.Window(index, Keeps.EACH_VALUE, last.events(), 0);
        }
        FeaturePlan.Window.Sliding sliding = (FeaturePlan.Window.Sliding) feature.window();
        long reachNanos = Math.addExact(sliding.nanos(), sliding.endingAgoNanos());
        if (sliding.stepNanos().isPresent()) {
            // One more than fit into the window: it begins in the middle of one and ends in the middle of another.
            long panes = reachNanos / sliding.stepNanos().getAsLong() + 1;
            return new Part.Window(index, Keeps.PANES, panes, reachNanos);
        }
        return feature.function() == AggregateFunction.APPROX_DISTINCT
                ? new Part.Window(index, Keeps.SKETCH, 1, reachNanos)
                : new Part.Window(index, Keeps.EACH_VALUE, PatternPlan.UNBOUNDED, reachNanos);
    }

    /** How many events a match can hold at most. */
    private static long events(PatternPlan pattern) {
        if (pattern instanceof Repeat repeat) {
            long body = events(repeat.body());
            boolean unbounded = repeat.max() == PatternPlan.UNBOUNDED;
            return unbounded ? PatternPlan.UNBOUNDED : Math.min(PatternPlan.UNBOUNDED, body * repeat.max());
        } else if (pattern instanceof Sequence sequence) {
            return bounded(sequence.parts().stream()
                    .mapToLong(part -> events(part.body()))
                    .sum());
        } else if (pattern instanceof Alternatives alternatives) {
            return alternatives.options().stream()
                    .mapToLong(Costs::events)
                    .max()
                    .orElseThrow();
        } else if (pattern instanceof AnyOrder anyOrder) {
            return bounded(anyOrder.members().stream().mapToLong(Costs::events).sum());
        }
        return 1;
    }

    private static long bounded(long events) {
        return Math.min(PatternPlan.UNBOUNDED, events);
    }

    private static boolean hasAny(PatternPlan pattern) {
        if (pattern instanceof Repeat repeat) {
            return repeat.rounds() == Contiguity.ANY || hasAny(repeat.body());
        } else if (pattern instanceof Sequence sequence) {
            return sequence.parts().stream()
                    .anyMatch(part -> part.contiguity() == Contiguity.ANY || hasAny(part.body()));
        } else if (pattern instanceof Alternatives alternatives) {
            return alternatives.options().stream().anyMatch(Costs::hasAny);
        }
        return pattern instanceof AnyOrder anyOrder
                && anyOrder.members().stream().anyMatch(Costs::hasAny);
    }

    /** How long a match can wait; 0 when nothing limits it. */
    private static long longestNanos(TriggerPlan.Match match) {
        boolean oneEvent = match.pattern() instanceof PatternPlan.Step;
        if (match.withinNanos().isEmpty() && !oneEvent) {
            return 0;
        }
        long deadlineNanos =
                match.deadline().map(TriggerPlan.Deadline::withinNanos).orElse(0L);
        return Math.addExact(oneEvent ? 0 : match.withinNanos().getAsLong(), deadlineNanos);
    }
}
