package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.syntax.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds rules whose events can make them fire again, over other rules and views too. Each circle is named once, at the
 * first rule in it.
 */
final class DerivedCircles {

    /** From each event type to those that rules and views make of it. */
    private final Map<String, Set<String>> made = new HashMap<>();

    private final Components components;
    /** Components of which a circle has been named. */
    private final Set<Integer> named = new HashSet<>();

    private DerivedCircles(List<RulePlan> rules, List<ViewPlan> views) {
        for (RulePlan rule : rules) {
            for (String emitted : emitted(rule)) {
                triggers(rule).forEach(type -> add(type, emitted));
            }
        }
        if (!made.isEmpty()) {
            views.forEach(view -> add(view.source().event(), view.name()));
        }
        this.components = new Components(made);
    }

    private void add(String from, String to) {
        made.computeIfAbsent(from, added -> new LinkedHashSet<>()).add(to);
    }

    static void warn(List<RulePlan> rules, List<ViewPlan> views, Map<String, Name> names, Diagnostics diagnostics) {
        DerivedCircles circles = new DerivedCircles(rules, views);
        for (RulePlan rule : rules) {
            List<String> circle = circles.through(rule);
            if (!circle.isEmpty()) {
                diagnostics.warning(
                        DiagnosticCode.CIRCULAR,
                        names.get(rule.name()).span(),
                        "what this rule emits can make it fire again: "
                                + String.join(
                                        " → ",
                                        circle.stream()
                                                .map(type -> "`" + type + "`")
                                                .toList()),
                        "see to it that a condition ends the circle; the engine breaks it off after some rounds");
            }
        }
    }

    /** The event types of a circle through this rule, the first one again at the end; empty when there is no new one. */
    private List<String> through(RulePlan rule) {
        List<String> triggers = triggers(rule);
        for (String emitted : emitted(rule)) {
            int component = components.of(emitted);
            boolean circular = triggers.stream().anyMatch(type -> components.of(type) == component);
            if (circular && named.add(component)) {
                List<String> path = path(emitted, triggers);
                path.add(emitted);
                return path;
            }
        }
        return List.of();
    }

    /** The shortest way from one event type to one of others in the same component. */
    private List<String> path(String from, List<String> to) {
        Map<String, String> before = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(from));
        before.put(from, from);
        String type = next.element();
        while (!to.contains(type)) {
            next.remove();
            for (String follows : made.getOrDefault(type, Set.of())) {
                boolean inside = components.of(follows) == components.of(from);
                if (inside && before.putIfAbsent(follows, type) == null) {
                    next.add(follows);
                }
            }
            type = next.element();
        }
        List<String> path = new ArrayList<>(List.of(type));
        for (String step = type; !step.equals(from); step = before.get(step)) {
            path.add(0, before.get(step));
        }
        return path;
    }

    private static List<String> emitted(RulePlan rule) {
        return rule.actions().stream()
                .filter(ActionPlan.Emit.class::isInstance)
                .map(action -> ((ActionPlan.Emit) action).event())
                .distinct()
                .toList();
    }

    private static List<String> triggers(RulePlan rule) {
        if (rule.trigger() instanceof TriggerPlan.OnEvent on) {
            return List.of(on.step().event());
        }
        return PatternShape.steps(((TriggerPlan.Match) rule.trigger()).pattern()).stream()
                .map(PatternPlan.Step::event)
                .distinct()
                .toList();
    }
}
