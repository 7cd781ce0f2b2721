package io.tripline.dsl.plan;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.List;

/**
 * One verdict for each event of a type: that of the first branch whose condition holds.
 *
 * @param version made from the content, as a rule's
 * @param event the name of the type; conditions see its fields as {@link ExpressionPlan.CurrentField}s, and the sum of
 *     the scores of the rules it has made fire as {@link ExpressionPlan.TotalScore}
 * @param key empty, or the fields by which its features look back
 * @param features the windows its conditions refer to by index
 * @param branches in the order of writing
 * @param otherwise the verdict when no condition holds
 * @param cost what it can keep for each key
 */
public record DecisionPlan(
        String name,
        String title,
        String version,
        String event,
        KeyPlan key,
        List<FeaturePlan> features,
        List<Branch> branches,
        String otherwise,
        PlanCost cost,
        SourceSpan span) {

    public record Branch(String verdict, ExpressionPlan condition) {}

    public DecisionPlan {
        features = List.copyOf(features);
        branches = List.copyOf(branches);
    }
}
