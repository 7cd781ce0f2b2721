package io.tripline.engine.program;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Alternatives;
import io.tripline.dsl.plan.PatternPlan.AnyOrder;
import io.tripline.dsl.plan.PatternPlan.Part;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** What stands in what: the parts of a pattern with their numbers, in the order of writing. */
final class Outline {

    private final PatternPlan pattern;
    private final FilterTable filters;
    private final List<PatternPlan.Step> steps = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final IdentityHashMap<PatternPlan, PatternPlan> parents = new IdentityHashMap<>();
    private final IdentityHashMap<PatternPlan, Loop> loopsByRepeat = new IdentityHashMap<>();
    private final IdentityHashMap<PatternPlan, Group> groupsByPlan = new IdentityHashMap<>();
    private final IdentityHashMap<PatternPlan, Fork> forks = new IdentityHashMap<>();
    private final IdentityHashMap<Part, List<Ban>> bans = new IdentityHashMap<>();
    private final List<Ban> leading = new ArrayList<>();
    private int choices;
    private boolean any;

    Outline(PatternPlan pattern, FilterTable filters) {
        this.pattern = pattern;
        this.filters = filters;
        visit(pattern, List.of(), true);
    }

    private void visit(PatternPlan node, List<Integer> outer, boolean outermost) {
        if (node instanceof PatternPlan.Step step) {
            steps.add(step);
        } else if (node instanceof Sequence sequence) {
            boolean first = true;
            for (Part part : sequence.parts()) {
                List<Ban> partBans = filters.bans(part.absences());
                boolean leads = first && outermost;
                if (leads) {
                    leading.addAll(partBans);
                }
                bans.put(part, leads ? List.of() : partBans);
                any |= part.contiguity() == Contiguity.ANY;
                parents.put(part.body(), sequence);
                visit(part.body(), outer, leads);
                first = false;
            }
        } else if (node instanceof Repeat repeat) {
            visitRepeat(repeat, outer);
        } else if (node instanceof Alternatives alternatives) {
            forks.put(node, new Fork(choices++, outer));
            for (PatternPlan option : alternatives.options()) {
                parents.put(option, node);
                visit(option, outer, false);
            }
        } else if (node instanceof AnyOrder group) {
            long required = 0;
            for (int i = 0; i < group.members().size(); i++) {
                boolean optional = group.members().get(i) instanceof Repeat repeat && repeat.min() == 0;
                required |= optional ? 0 : 1L << i;
            }
            Group known =
                    new Group(groups.size(), choices++, outer, group.members().size(), required);
            groups.add(known);
            groupsByPlan.put(node, known);
            for (PatternPlan member : group.members()) {
                parents.put(member, node);
                visit(member, outer, false);
            }
        }
    }

    private void visitRepeat(Repeat repeat, List<Integer> outer) {
        List<Filter> until = new ArrayList<>();
        repeat.until()
                .forEach((event, condition) -> until.add(filters.add(new EventFilter(event, Optional.of(condition)))));
        Loop loop = new Loop(loops.size(), choices++, outer, repeat.min(), repeat.max(), repeat.reluctant(), until);
        loops.add(loop);
        loopsByRepeat.put(repeat, loop);
        any |= repeat.rounds() == Contiguity.ANY;
        parents.put(repeat.body(), repeat);
        List<Integer> inner = new ArrayList<>(outer);
        inner.add(loop.number());
        visit(repeat.body(), inner, false);
    }

    PatternPlan pattern() {
        return pattern;
    }

    /** In the order of writing. */
    List<PatternPlan.Step> steps() {
        return steps;
    }

    List<Loop> loops() {
        return loops;
    }

    List<Group> groups() {
        return groups;
    }

    /** What must not have come before the start. */
    List<Ban> leading() {
        return leading;
    }

    /** Whether the word {@code any} stands anywhere. */
    boolean any() {
        return any;
    }

    /** What a node stands in; null for the pattern itself. */
    PatternPlan parentOrNull(PatternPlan node) {
        return parents.get(node);
    }

    Loop loop(Repeat repeat) {
        return loopsByRepeat.get(repeat);
    }

    Group group(AnyOrder group) {
        return groupsByPlan.get(group);
    }

    Fork fork(Alternatives alternatives) {
        return forks.get(alternatives);
    }

    List<Ban> bans(Part part) {
        return bans.get(part);
    }

    /** The repetitions around a step that an event may close, the outermost first. */
    List<Loop> closable(PatternPlan.Step step) {
        List<Loop> around = new ArrayList<>();
        for (PatternPlan node = parents.get(step); node != null; node = parents.get(node)) {
            if (node instanceof Repeat repeat && !repeat.until().isEmpty()) {
                around.add(0, loop(repeat));
            }
        }
        return around;
    }
}
