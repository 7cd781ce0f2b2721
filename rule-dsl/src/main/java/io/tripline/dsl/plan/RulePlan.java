package io.tripline.dsl.plan;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.OptionalLong;

/**
 * One rule.
 *
 * @param name unique in the rule set
 * @param title the line people read; the name when the rule gives none
 * @param version made from the content: equal text and equal declarations of what it looks at give an equal version
 * @param tags words to route and filter alerts by, in the order of writing
 * @param key which events belong together
 * @param trigger when it fires
 * @param features the sliding windows its expressions refer to by index; no two are equal
 * @param oncePerNanos after firing at time t the rule is silent for the same key for matches at a time {@code <= t +
 *     oncePer}; only its scores go on
 * @param actions what it does then, in the order of writing; at most one is an alert
 * @param cost what it can keep for each key
 * @param span where the rule stands
 */
public record RulePlan(
        String name,
        String title,
        String version,
        AlertSeverity severity,
        List<String> tags,
        KeyPlan key,
        TriggerPlan trigger,
        List<FeaturePlan> features,
        OptionalLong oncePerNanos,
        List<ActionPlan> actions,
        PlanCost cost,
        SourceSpan span) {

    public RulePlan {
        tags = List.copyOf(tags);
        features = List.copyOf(features);
        actions = List.copyOf(actions);
    }

    /** The message of its alert; empty when it raises none. */
    public List<ActionPlan.MessagePart> message() {
        return actions.stream()
                .filter(ActionPlan.Alert.class::isInstance)
                .findFirst()
                .map(action -> ((ActionPlan.Alert) action).message())
                .orElse(List.of());
    }

    public boolean raisesAlerts() {
        return actions.stream().anyMatch(ActionPlan.Alert.class::isInstance);
    }
}
