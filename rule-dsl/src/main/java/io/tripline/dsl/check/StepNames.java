package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.PatternSyntax;
import io.tripline.dsl.syntax.PatternSyntax.Group;
import io.tripline.dsl.syntax.PatternSyntax.Part;
import io.tripline.dsl.syntax.PatternSyntax.Sequence;
import io.tripline.dsl.syntax.PatternSyntax.StepSyntax;
import io.tripline.dsl.syntax.RepeatSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Numbers and names the steps of a pattern, and finds out which of them can come before which. A step without a name gets
 * its event type's, made different where needed.
 */
final class StepNames {

    /** What stands around a part of a pattern. */
    private record Around(Set<Integer> before, boolean repeated, boolean optional) {

        Around with(Set<Integer> more) {
            Set<Integer> all = new HashSet<>(before);
            all.addAll(more);
            return new Around(all, repeated, optional);
        }

        Around inside(Optional<RepeatSyntax> repeat) {
            return new Around(
                    before,
                    repeated || repeat.filter(times -> times.most() > 1).isPresent(),
                    optional || repeat.filter(times -> times.least() == 0).isPresent());
        }
    }

    private final RuleContext context;
    private final IdentityHashMap<StepSyntax, Integer> numbers = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> givenTwice = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    private StepNames(RuleContext context) {
        this.context = context;
    }

    /** The steps in the order of writing. */
    static List<Step> of(PatternSyntax pattern, RuleContext context) {
        StepNames names = new StepNames(context);
        List<StepSyntax> syntax = pattern.steps().toList();
        syntax.forEach(step -> names.numbers.put(step, names.numbers.size()));
        names.collectGiven(syntax);
        names.visit(pattern, new Around(Set.of(), false, false));
        return names.steps;
    }

    private void collectGiven(List<StepSyntax> syntax) {
        Map<String, Name> given = new HashMap<>();
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
        taken.addAll(given.keySet());
    }

    private void visit(PatternSyntax node, Around around) {
        if (node instanceof StepSyntax step) {
            add(step, around.inside(step.repeat()));
        } else if (node instanceof Sequence sequence) {
            Around here = around;
            for (Part part : sequence.parts()) {
                visit(part.body(), here);
                here = here.with(numbersIn(part.body()));
            }
        } else if (node instanceof Group group) {
            visitMembers(group, around.inside(group.repeat()));
        }
    }

    private void visitMembers(Group group, Around around) {
        boolean again = group.repeat().filter(times -> times.most() > 1).isPresent();
        boolean others = again || group.kind() == Group.Kind.ANY_ORDER;
        Around inside = others ? around.with(numbersIn(group)) : around;
        boolean choice = group.kind() == Group.Kind.ALTERNATIVES;
        for (Sequence member : group.members()) {
            visit(member, new Around(inside.before(), inside.repeated(), inside.optional() || choice));
        }
    }

    private Set<Integer> numbersIn(PatternSyntax node) {
        return node.steps().map(numbers::get).filter(this::isWithinLimit).collect(Collectors.toSet());
    }

    private void add(StepSyntax step, Around around) {
        int number = steps.size();
        // A match with more steps is refused; what is said of them meanwhile must not take long.
        String name = step.name()
                .map(Name::text)
                .orElseGet(() -> isWithinLimit(number)
                        ? free(step.event().text())
                        : step.event().text());
        Set<Integer> before = new HashSet<>(around.before());
        before.remove(number);
        Optional<EventShape> shape = context.lookAt(step.event());
        steps.add(new Step(
                number,
                name,
                step.name().isPresent(),
                step.event().text(),
                givenTwice.contains(name) ? Optional.empty() : shape,
                around.repeated(),
                around.optional(),
                before));
    }

    private boolean isWithinLimit(int number) {
        return number < context.limits().steps();
    }

    private String free(String event) {
        String name = event;
        for (int i = 2; !taken.add(name); i++) {
            name = event + "_" + i;
        }
        return name;
    }
}
