package io.tripline.dsl;

import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.plan.RuleSetPlan;
import java.util.List;
import java.util.Optional;

/**
 * What compiling a rule set gave: a plan unless there was an error, and everything there is to say about the text.
 *
 * @param plan present when no diagnostic is an error
 * @param diagnostics errors and warnings, ordered by file (in the order given), then position
 */
public record Compilation(Optional<RuleSetPlan> plan, List<Diagnostic> diagnostics) {

    public Compilation {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether the text may run; warnings do not stop it. */
    public boolean succeeded() {
        return plan.isPresent();
    }
}
