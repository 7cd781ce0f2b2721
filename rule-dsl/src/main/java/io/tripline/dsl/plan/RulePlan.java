package io.tripline.dsl.plan;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;

/**
 * One rule.
 *
 * @param name unique in the rule set
 * @param title the line people read; the name when the rule gives none
 * @param version made from the content: equal text and equal schemas of the events it looks at give an equal version
 * @param key which events belong together
 * @param trigger when it fires
 * @param features the sliding windows its expressions refer to by index; no two are equal
 * @param alert what it says then
 * @param span where the rule stands
 */
public record RulePlan(
        String name,
        String title,
        String version,
        AlertSeverity severity,
        KeyPlan key,
        TriggerPlan trigger,
        List<FeaturePlan> features,
        AlertPlan alert,
        SourceSpan span) {

    public RulePlan {
        features = List.copyOf(features);
    }
}
