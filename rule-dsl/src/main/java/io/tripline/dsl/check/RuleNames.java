package io.tripline.dsl.check;

import io.tripline.dsl.schema.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What names mean all over one rule.
 *
 * @param on whether the rule is {@code on} an event, so that its one step is that event
 * @param steps in the order of writing
 * @param key the parts of its key; empty for one whose type is not known
 * @param inDoubt whether there may be more in the rule than is known: a name that is not known may be defined there
 */
record RuleNames(
        EventTypes events, boolean on, List<Step> steps, Map<String, Optional<FieldType>> key, boolean inDoubt) {

    /** Outside of any rule. */
    static RuleNames none(EventTypes events) {
        return new RuleNames(events, false, List.of(), Map.of(), false);
    }

    Optional<Step> step(String name) {
        return steps.stream()
                .filter(step -> step.named() && step.name().equals(name))
                .findFirst();
    }

    List<String> stepNames() {
        return steps.stream().filter(Step::named).map(Step::name).toList();
    }

    /** The place of a part in the key; -1 if there is none of that name. */
    int keyPart(String name) {
        return List.copyOf(new LinkedHashMap<>(key).keySet()).indexOf(name);
    }
}
