package io.tripline.dsl.explain;

import io.tripline.dsl.explain.StateGraph.Edge;
import io.tripline.dsl.explain.StateGraph.Kind;
import io.tripline.dsl.explain.StateGraph.Node;
import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Alternatives;
import io.tripline.dsl.plan.PatternPlan.AnyOrder;
import io.tripline.dsl.plan.PatternPlan.Part;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import io.tripline.dsl.plan.PatternPlan.Step;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TriggerPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the states of a rule as the position automaton of its pattern (Glushkov, "The abstract theory of automata", 1961):
 * a state for each step, and an edge from each step that can end a part to each step that can begin the next.
 */
public final class StateGraphBuilder {

    /** Where a part can begin and end, and whether it can be left out. */
    private record Ends(List<String> first, List<String> last, boolean empty) {

        Ends then(Ends next) {
            List<String> begin = new ArrayList<>(first);
            if (empty) {
                begin.addAll(next.first);
            }
            List<String> end = new ArrayList<>(next.last);
            if (next.empty) {
                end.addAll(0, last);
            }
            return new Ends(begin, end, empty && next.empty);
        }
    }

    private static final Ends NOTHING = new Ends(List.of(), List.of(), true);

    private final ExpressionProse expressions;
    private final List<Node> nodes = new ArrayList<>();
    /** The labels of each edge, without those it has twice. */
    private final Map<List<String>, Edge> edges = new LinkedHashMap<>();

    private StateGraphBuilder(RulePlan rule, RuleSetPlan rules) {
        FieldNames names = new FieldNames(rules, PatternSteps.of(rule.trigger()), rule.key());
        this.expressions = new ExpressionProse(names, rule.features(), "");
    }

    /** @param rules the set the rule stands in */
    public static StateGraph of(RulePlan rule, RuleSetPlan rules) {
        return new StateGraphBuilder(rule, rules).graph(rule.trigger());
    }

    private StateGraph graph(TriggerPlan trigger) {
        nodes.add(new Node("start", Kind.START, "start", ""));
        String beforeEnd = "";
        if (trigger instanceof TriggerPlan.OnEvent on) {
            step(on.step());
            connect(List.of("start"), List.of(id(on.step())), "", false);
            beforeEnd = on.when()
                    .map(when -> expressions.of(on.step().event()).condition(when))
                    .orElse("");
            connect(List.of(id(on.step())), List.of("match"), beforeEnd, false);
        } else {
            match((TriggerPlan.Match) trigger);
        }
        nodes.add(new Node("match", Kind.MATCH, "match", ""));
        return new StateGraph(nodes, List.copyOf(edges.values()));
    }

    private void match(TriggerPlan.Match match) {
        Ends ends = visit(match.pattern());
        connect(List.of("start"), ends.first(), leading(match.pattern()), false);
        if (match.deadline().isPresent()) {
            String what = new PatternProse(expressions)
                    .forbidden(match.deadline().get().forbidden());
            String time = DurationWords.of(match.deadline().get().withinNanos());
            nodes.add(new Node("wait", Kind.WAIT, "no " + what, "for " + time));
            connect(ends.last(), List.of("wait"), "", false);
            connect(List.of("wait"), List.of("match"), "after " + time, false);
        } else {
            connect(ends.last(), List.of("match"), "", false);
        }
    }

    private String leading(PatternPlan pattern) {
        return pattern instanceof Sequence sequence ? label(sequence.parts().get(0), true) : "";
    }

    private Ends visit(PatternPlan pattern) {
        if (pattern instanceof Step step) {
            step(step);
            return new Ends(List.of(id(step)), List.of(id(step)), false);
        } else if (pattern instanceof Sequence sequence) {
            return sequence(sequence);
        } else if (pattern instanceof Repeat repeat) {
            Ends body = visit(repeat.body());
            if (repeat.max() > 1) {
                connect(body.last(), body.first(), again(repeat), true);
            }
            return new Ends(body.first(), body.last(), body.empty() || repeat.min() == 0);
        } else if (pattern instanceof Alternatives alternatives) {
            return beside(alternatives.options());
        }
        AnyOrder anyOrder = (AnyOrder) pattern;
        List<Ends> members = anyOrder.members().stream().map(this::visit).toList();
        for (int one = 0; one < members.size(); one++) {
            for (int other = 0; other < members.size(); other++) {
                if (one != other) {
                    connect(members.get(one).last(), members.get(other).first(), "in any order", false);
                }
            }
        }
        return together(members, members.stream().allMatch(Ends::empty));
    }

    private Ends beside(List<PatternPlan> options) {
        List<Ends> ends = options.stream().map(this::visit).toList();
        return together(ends, ends.stream().anyMatch(Ends::empty));
    }

    private static Ends together(List<Ends> all, boolean empty) {
        return new Ends(
                all.stream().flatMap(ends -> ends.first().stream()).toList(),
                all.stream().flatMap(ends -> ends.last().stream()).toList(),
                empty);
    }

    private Ends sequence(Sequence sequence) {
        Ends before = NOTHING;
        for (Part part : sequence.parts()) {
            Ends next = visit(part.body());
            connect(before.last(), next.first(), label(part, false), false);
            before = before.then(next);
        }
        return before;
    }

    private String label(Part part, boolean first) {
        List<String> words = new ArrayList<>();
        part.absences()
                .forEach(absence -> words.add("no "
                        + new PatternProse(expressions).forbidden(absence.forbidden())
                        + (absence.forNanos().isPresent()
                                ? " for " + DurationWords.of(absence.forNanos().getAsLong())
                                : "")));
        if (!first && part.contiguity() != Contiguity.NEXT) {
            words.add(part.contiguity() == Contiguity.ANY ? "any" : "immediately");
        }
        if (part.gapNanos().isPresent()) {
            words.add("within " + DurationWords.of(part.gapNanos().getAsLong()));
        }
        return String.join(", ", words);
    }

    private String again(Repeat repeat) {
        String count = repeat.max() == PatternPlan.UNBOUNDED
                ? repeat.min() + " or more"
                : repeat.min() == repeat.max() ? String.valueOf(repeat.min()) : repeat.min() + " to " + repeat.max();
        String until = repeat.until().entrySet().stream()
                .limit(1)
                .map(entry -> ", until " + expressions.of(entry.getKey()).condition(entry.getValue()))
                .collect(Collectors.joining());
        String rounds = repeat.rounds() == Contiguity.IMMEDIATE ? ", immediately" : "";
        return count + " times" + rounds + (repeat.rounds() == Contiguity.ANY ? ", any" : "") + until;
    }

    private void step(Step step) {
        String detail = step.event()
                + step.condition()
                        .map(condition ->
                                " where " + expressions.of(step.event()).condition(condition))
                        .orElse("");
        nodes.add(new Node(id(step), Kind.STEP, step.name(), detail));
    }

    private static String id(Step step) {
        return "step" + step.number();
    }

    private void connect(List<String> from, List<String> to, String label, boolean again) {
        for (String one : from) {
            for (String other : to) {
                edges.putIfAbsent(List.of(one, other, label), new Edge(one, other, label, again));
            }
        }
    }
}
