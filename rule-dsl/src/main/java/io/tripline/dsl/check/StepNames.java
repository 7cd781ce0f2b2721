package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.StepSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers and names the steps of a rule. A step without a name gets its event type's, made different where needed. */
final class StepNames {

    private StepNames() {}

    static List<Step> of(List<StepSyntax> syntax, RuleContext context) {
        Map<String, Name> given = new HashMap<>();
        Set<String> givenTwice = new HashSet<>();
        for (StepSyntax step : syntax) {
            step.name().ifPresent(name -> {
                Name first = given.putIfAbsent(name.text(), name);
                if (first != null) {
                    givenTwice.add(name.text());
                    context.diagnostics()
                            .error(
                                    DiagnosticCode.DUPLICATE_NAME,
                                    name.span(),
                                    "there is a step `" + name.text() + "` already",
                                    "the other is in line " + first.span().startLine() + ", column "
                                            + first.span().startColumn());
                }
            });
        }
        Set<String> taken = new HashSet<>(given.keySet());
        List<Step> steps = new ArrayList<>();
        for (StepSyntax step : syntax) {
            String name = step.name()
                    .map(Name::text)
                    .orElseGet(() -> free(step.event().text(), taken));
            boolean repeated =
                    step.repetition().filter(times -> times.most() > 1).isPresent();
            Optional<EventShape> shape = context.lookAt(step.event());
            steps.add(new Step(
                    steps.size(),
                    name,
                    step.name().isPresent(),
                    step.event().text(),
                    givenTwice.contains(name) ? Optional.empty() : shape,
                    repeated));
        }
        return steps;
    }

    private static String free(String event, Set<String> taken) {
        String name = event;
        for (int i = 2; !taken.add(name); i++) {
            name = event + "_" + i;
        }
        return name;
    }
}
