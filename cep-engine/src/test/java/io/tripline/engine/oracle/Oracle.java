package io.tripline.engine.oracle;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the language says about a stream, with all its events known. */
final class Oracle {

    private Oracle() {}

    /**
     * The alerts that stand once these events have arrived, in the order of their texts.
     *
     * @param idleInputs a source is idle when it has sent nothing among so many
     */
    static List<StandingAlert> standing(RuleSetPlan plan, List<SeenEvent> arrived, long idleInputs) {
        List<StandingAlert> standing = new ArrayList<>();
        for (RulePlan rule : plan.rules()) {
            for (List<SeenEvent> life : RuleLives.of(rule.name(), arrived)) {
                standing.addAll(standing(rule, life, idleInputs));
            }
        }
        Collections.sort(standing);
        return standing;
    }

    /** What a rule says that has seen the inputs behind the change that it began with. */
    private static List<StandingAlert> standing(RulePlan rule, List<SeenEvent> inputs, long idleInputs) {
        long begin = RuleLives.beginOf(rule.name(), inputs);
        Times times = new Times(inputs, idleInputs);
        List<SeenEvent> sorted = new ArrayList<>(times.inTime());
        sorted.removeIf(event -> event.sequence() < begin);
        sorted.sort(SeenEvent.ORDER);
        List<StandingAlert> standing = new ArrayList<>();
        byKey(rule, sorted)
                .forEach((key, events) ->
                        standing.addAll(new RuleWalk(rule, key, events, sorted).alerts(times.passedNanos())));
        return standing;
    }

    /** The events that came later than their source allows, in the order of arrival. */
    static List<SeenEvent> late(List<SeenEvent> arrived, long idleInputs) {
        return new Times(arrived, idleInputs).late();
    }

    /** A rule sees only the events of one key; an event whose key is missing it does not see. */
    private static Map<List<Object>, List<SeenEvent>> byKey(RulePlan rule, List<SeenEvent> sorted) {
        Map<List<Object>, List<SeenEvent>> byKey = new LinkedHashMap<>();
        for (SeenEvent event : sorted) {
            List<Integer> fields = rule.key().fieldsByEvent().get(event.type());
            if (fields != null && fields.stream().noneMatch(field -> event.value(field) == null)) {
                List<Object> key = fields.stream()
                        .map(field -> Values.canonical(event.value(field)))
                        .toList();
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
            }
        }
        return byKey;
    }
}
