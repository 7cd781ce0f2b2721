package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.syntax.Name;
import java.util.List;
import java.util.Optional;

/** Steps named by clauses. */
final class StepReferences {

    private StepReferences() {}

    /** Says that there is no such step, and which there are. */
    static void explainUnknown(RuleContext context, RuleNames names, Name name) {
        List<String> known = names.stepNames();
        context.unknown(
                DiagnosticCode.UNKNOWN_STEP,
                name,
                "there is no step `" + name.text() + "`",
                DidYouMean.hint(name.text(), known)
                        .or(() -> Optional.of(
                                known.isEmpty()
                                        ? "name the step: `" + name.text() + ": EventType`"
                                        : "steps are " + TypeWords.list(known))));
    }
}
