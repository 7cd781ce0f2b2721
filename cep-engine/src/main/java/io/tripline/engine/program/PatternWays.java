package io.tripline.engine.program;

import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Finds the ways of a pattern: from each step upwards through the sequences and repetitions it stands in, and down to
 * the first steps of what may come next.
 */
final class PatternWays {

    private final PatternPlan pattern;
    private final List<PatternPlan.Step> steps = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final IdentityHashMap<PatternPlan, PatternPlan> parents = new IdentityHashMap<>();
    private final IdentityHashMap<Repeat, Loop> loopsByRepeat = new IdentityHashMap<>();

    PatternWays(PatternPlan pattern) {
        this.pattern = pattern;
        visit(pattern);
    }

    private void visit(PatternPlan node) {
        if (node instanceof PatternPlan.Step step) {
            steps.add(step);
        } else if (node instanceof Sequence sequence) {
            for (PatternPlan part : bodies(sequence)) {
                parents.put(part, sequence);
                visit(part);
            }
        } else if (node instanceof Repeat repeat) {
            int number = loops.size();
            loops.add(null);
            parents.put(repeat.body(), repeat);
            visit(repeat.body());
            Loop loop = new Loop(number, loops.size() - 1, repeat.min(), repeat.max());
            loops.set(number, loop);
            loopsByRepeat.put(repeat, loop);
        }
    }

    private static List<PatternPlan> bodies(Sequence sequence) {
        return sequence.parts().stream().map(PatternPlan.Part::body).toList();
    }

    /** In the order of writing. */
    List<PatternPlan.Step> steps() {
        return steps;
    }

    List<Loop> loops() {
        return loops;
    }

    /** The ways to the steps that can come first. */
    List<Way> starts() {
        return first(pattern);
    }

    /** The ways on from a step that has taken an event; those to the end among them. */
    List<Way> from(PatternPlan.Step step) {
        List<Way> ways = new ArrayList<>();
        // How the end of the node can be reached from the step, without taking another event.
        List<List<Move>> endings = List.of(List.of());
        PatternPlan node = step;
        for (PatternPlan parent = parents.get(node); parent != null; parent = parents.get(node)) {
            if (parent instanceof Sequence sequence) {
                endings = throughSequence(sequence, node, endings, ways);
            } else if (parent instanceof Repeat repeat) {
                endings = throughRepeat(repeat, endings, ways);
            }
            node = parent;
        }
        endings.forEach(moves -> ways.add(new Way(Way.END, moves)));
        return ways;
    }

    /** Adds the ways to the parts behind one; gives the endings of the whole sequence. */
    private List<List<Move>> throughSequence(
            Sequence sequence, PatternPlan from, List<List<Move>> endings, List<Way> ways) {
        List<List<Move>> open = endings;
        int place = 0;
        List<PatternPlan> parts = bodies(sequence);
        while (parts.get(place) != from) {
            place++;
        }
        for (PatternPlan part : parts.subList(place + 1, parts.size())) {
            addWays(open, first(part), ways);
            open = canBeEmpty(part) ? extended(open, skipped(part)) : List.of();
        }
        return open;
    }

    /** Adds the ways into a further round; gives the endings of the whole repetition. */
    private List<List<Move>> throughRepeat(Repeat repeat, List<List<Move>> endings, List<Way> ways) {
        Loop loop = loopsByRepeat.get(repeat);
        if (loop.max() > 1) {
            addWays(extended(endings, List.of(new Move.NextRound(loop))), first(repeat.body()), ways);
        }
        List<List<Move>> behind = new ArrayList<>(extended(endings, List.of(new Move.Leave(loop))));
        boolean alwaysEnds = endings.stream().anyMatch(moves -> new Way(Way.END, moves).isAlwaysOpen());
        if (!alwaysEnds && loop.min() < loop.max()) {
            behind.add(List.of(new Move.GiveUp(loop, endings)));
        }
        return behind;
    }

    /** The ways to what can come first in a node. */
    private List<Way> first(PatternPlan node) {
        List<Way> ways = new ArrayList<>();
        if (node instanceof PatternPlan.Step step) {
            ways.add(new Way(step.number(), List.of()));
        } else if (node instanceof Repeat repeat) {
            addWays(List.of(List.of(new Move.Enter(loopsByRepeat.get(repeat)))), first(repeat.body()), ways);
        } else if (node instanceof Sequence sequence) {
            List<List<Move>> open = List.of(List.of());
            for (PatternPlan part : bodies(sequence)) {
                addWays(open, first(part), ways);
                open = canBeEmpty(part) ? extended(open, skipped(part)) : List.of();
            }
        }
        return ways;
    }

    private static boolean canBeEmpty(PatternPlan node) {
        if (node instanceof Repeat repeat) {
            return repeat.min() == 0 || canBeEmpty(repeat.body());
        }
        return node instanceof Sequence sequence && bodies(sequence).stream().allMatch(PatternWays::canBeEmpty);
    }

    /** The moves past a node that can be empty. */
    private List<Move> skipped(PatternPlan node) {
        if (node instanceof Repeat repeat) {
            return List.of(new Move.Skip(loopsByRepeat.get(repeat)));
        } else if (node instanceof Sequence sequence) {
            return bodies(sequence).stream()
                    .flatMap(part -> skipped(part).stream())
                    .toList();
        }
        return List.of();
    }

    private static void addWays(List<List<Move>> prefixes, List<Way> ways, List<Way> into) {
        for (List<Move> prefix : prefixes) {
            for (Way way : ways) {
                into.add(new Way(way.step(), joined(prefix, way.moves())));
            }
        }
    }

    private static List<List<Move>> extended(List<List<Move>> all, List<Move> more) {
        return all.stream().map(moves -> joined(moves, more)).toList();
    }

    private static List<Move> joined(List<Move> left, List<Move> right) {
        List<Move> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }
}
