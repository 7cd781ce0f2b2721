package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which optional fields one condition compares, and for which it says what happens when they are missing.
 *
 * <p>A comparison with a missing value is false, and so is its opposite; people who have not thought of it are told.
 */
final class OptionalUses {

    private record Use(SourceSpan span, String written) {}

    private final Map<ExpressionPlan, Use> compared = new LinkedHashMap<>();
    private final Set<ExpressionPlan> guarded = new HashSet<>();
    private int comparisons;

    void enterComparison() {
        comparisons++;
    }

    void leaveComparison() {
        comparisons--;
    }

    /** An optional field whose value is used. */
    void use(ExpressionPlan field, String written, SourceSpan span) {
        if (comparisons > 0) {
            compared.putIfAbsent(field, new Use(span, written));
        }
    }

    /** A field for which the condition says what happens when it is missing. */
    void guard(ExpressionPlan field) {
        guarded.add(field);
    }

    void report(Diagnostics diagnostics) {
        compared.forEach((field, use) -> {
            if (!guarded.contains(field)) {
                diagnostics.warning(
                        DiagnosticCode.OPTIONAL_FIELD,
                        use.span(),
                        "`" + use.written() + "` is optional, and a comparison with a missing value is false",
                        "say so with `" + use.written() + " is not missing and …`, or give a value with `"
                                + use.written() + " ?? …`");
            }
        });
    }
}
