package io.tripline.engine.program;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Alternatives;
import io.tripline.dsl.plan.PatternPlan.AnyOrder;
import io.tripline.dsl.plan.PatternPlan.Part;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the ways of a pattern: from each step upwards through what it stands in, and down to the first steps of what may
 * come next.
 *
 * <p>The word, the gap and the bans of a way are those of the part it goes into, and not those inside the part; what must
 * not come before parts that are left out on it is in its bans too. A further round follows by the word of the
 * repetition alone, since what lies between two rounds is in no gap.
 */
final class PatternWays {

    /** A place in the pattern to begin at: the way down to a step. */
    private record Entry(int step, Path path) {}

    private final Outline outline;

    PatternWays(Outline outline) {
        this.outline = outline;
    }

    /** The ways to the steps that can come first. Nothing stands before the start, so nothing closes them. */
    List<Way> starts() {
        return first(outline.pattern()).stream()
                .map(entry ->
                        new Way(entry.step(), entry.path().moves(), Contiguity.NEXT, Program.UNBOUNDED, List.of()))
                .toList();
    }

    /** The ways on from a step that has taken an event, those to the end behind the others. */
    List<Way> from(PatternPlan.Step step) {
        List<Way> ways = new ArrayList<>();
        for (Path end : climb(step, ways, new TreeMap<>())) {
            ways.add(new Way(Way.END, end.moves(), Contiguity.NEXT, Program.UNBOUNDED, List.of()));
        }
        return ways;
    }

    /** For each repetition around a step, by number, how its round can end once the step has taken an event. */
    Map<Integer, List<List<Move>>> endings(PatternPlan.Step step) {
        Map<Integer, List<List<Move>>> endings = new TreeMap<>();
        climb(step, new ArrayList<>(), endings);
        return endings;
    }

    /** Goes up from a step; gives how the end of the pattern can be reached without taking another event. */
    private List<Path> climb(PatternPlan.Step step, List<Way> ways, Map<Integer, List<List<Move>>> roundEndings) {
        List<Path> endings = List.of(Path.NOTHING);
        PatternPlan node = step;
        for (PatternPlan parent = outline.parentOrNull(node); parent != null; parent = outline.parentOrNull(node)) {
            if (parent instanceof Sequence sequence) {
                endings = throughSequence(sequence, node, endings, ways);
            } else if (parent instanceof Repeat repeat) {
                Loop loop = outline.loop(repeat);
                roundEndings.put(
                        loop.number(), endings.stream().map(Path::moves).toList());
                endings = throughRepeat(repeat, loop, endings, ways);
            } else if (parent instanceof AnyOrder group) {
                endings = throughGroup(group, endings, ways);
            }
            node = parent;
        }
        return endings;
    }

    /** Adds the ways to the parts behind one; gives the endings of the whole sequence. */
    private List<Path> throughSequence(Sequence sequence, PatternPlan from, List<Path> endings, List<Way> ways) {
        List<Path> open = endings;
        int place = 0;
        while (sequence.parts().get(place).body() != from) {
            place++;
        }
        for (Part part : sequence.parts().subList(place + 1, sequence.parts().size())) {
            List<Ban> bans = outline.bans(part);
            for (Path path : open) {
                for (Entry entry : first(part.body())) {
                    Path whole = path.banning(bans).then(entry.path());
                    ways.add(new Way(
                            entry.step(),
                            whole.moves(),
                            part.contiguity(),
                            part.gapNanos().orElse(Program.UNBOUNDED),
                            whole.bans()));
                }
            }
            open = Path.product(open, skippedPart(part));
        }
        return open;
    }

    /** Adds the ways into a further round; gives the endings of the whole repetition. */
    private List<Path> throughRepeat(Repeat repeat, Loop loop, List<Path> endings, List<Way> ways) {
        if (loop.max() > 1) {
            addWays(endings, new Move.NextRound(loop), first(repeat.body()), repeat.rounds(), ways);
        }
        return Path.product(endings, List.of(Path.of(new Move.Leave(loop))));
    }

    /** Adds the ways to the other members; gives the endings of the whole group. */
    private List<Path> throughGroup(AnyOrder plan, List<Path> endings, List<Way> ways) {
        Group group = outline.group(plan);
        for (int member = 0; member < plan.members().size(); member++) {
            List<Entry> entries = first(plan.members().get(member));
            addWays(endings, new Move.Join(group, member), entries, Contiguity.NEXT, ways);
        }
        return Path.product(endings, List.of(Path.of(new Move.Finish(group))));
    }

    private static void addWays(
            List<Path> from, Move move, List<Entry> entries, Contiguity contiguity, List<Way> ways) {
        for (Path path : Path.product(from, List.of(Path.of(move)))) {
            for (Entry entry : entries) {
                List<Move> moves = path.then(entry.path()).moves();
                ways.add(new Way(entry.step(), moves, contiguity, Program.UNBOUNDED, List.of()));
            }
        }
    }

    /** The ways to what can come first in a node. */
    private List<Entry> first(PatternPlan node) {
        List<Entry> entries = new ArrayList<>();
        if (node instanceof PatternPlan.Step step) {
            entries.add(new Entry(step.number(), Path.NOTHING));
        } else if (node instanceof Repeat repeat) {
            addAll(Path.of(new Move.Enter(outline.loop(repeat))), first(repeat.body()), entries);
        } else if (node instanceof Sequence sequence) {
            List<Path> open = List.of(Path.NOTHING);
            for (Part part : sequence.parts()) {
                for (Path path : open) {
                    addAll(path.banning(outline.bans(part)), first(part.body()), entries);
                }
                open = Path.product(open, skippedPart(part));
            }
        } else if (node instanceof Alternatives alternatives) {
            for (int option = 0; option < alternatives.options().size(); option++) {
                Path chosen = Path.of(new Move.Choose(outline.fork(alternatives), option));
                addAll(chosen, first(alternatives.options().get(option)), entries);
            }
        } else if (node instanceof AnyOrder group) {
            for (int member = 0; member < group.members().size(); member++) {
                Path begun = Path.of(new Move.Begin(outline.group(group), member));
                addAll(begun, first(group.members().get(member)), entries);
            }
        }
        return entries;
    }

    private static void addAll(Path before, List<Entry> entries, List<Entry> into) {
        entries.forEach(entry -> into.add(new Entry(entry.step(), before.then(entry.path()))));
    }

    /** The ways past a part that is left out: what must not come before it must not come in the longer gap. */
    private List<Path> skippedPart(Part part) {
        return skipped(part.body()).stream()
                .map(path -> path.banning(outline.bans(part)))
                .toList();
    }

    /** The ways past a node; none when it cannot be empty. */
    private List<Path> skipped(PatternPlan node) {
        if (node instanceof Repeat repeat) {
            return repeat.min() == 0 ? List.of(Path.of(new Move.Skip(outline.loop(repeat)))) : List.of();
        } else if (node instanceof Sequence sequence) {
            List<Path> open = List.of(Path.NOTHING);
            for (Part part : sequence.parts()) {
                open = Path.product(open, skippedPart(part));
            }
            return open;
        } else if (node instanceof Alternatives alternatives) {
            return skippedAlternatives(alternatives);
        } else if (node instanceof AnyOrder group) {
            boolean canBeEmpty = outline.group(group).required() == 0;
            return canBeEmpty ? List.of(Path.of(new Move.Omit(outline.group(group)))) : List.of();
        }
        return List.of();
    }

    /**
     * Of ways past that are closed by the same, the left one is enough; it leads past the repetitions on the others too, so
     * that a round there can be given up for it.
     */
    private List<Path> skippedAlternatives(Alternatives alternatives) {
        List<Path> different = new ArrayList<>();
        for (int option = 0; option < alternatives.options().size(); option++) {
            Path chosen = Path.of(new Move.Choose(outline.fork(alternatives), option));
            for (Path path : skipped(alternatives.options().get(option))) {
                int known = 0;
                while (known < different.size() && !different.get(known).bans().equals(path.bans())) {
                    known++;
                }
                if (known < different.size()) {
                    different.set(known, different.get(known).then(bypass(path)));
                } else {
                    different.add(chosen.then(path));
                }
            }
        }
        return different;
    }

    private static Path bypass(Path path) {
        List<Move> moves = new ArrayList<>();
        for (Move move : path.moves()) {
            if (move instanceof Move.Skip skip) {
                moves.add(new Move.Bypass(skip.loop()));
            } else if (move instanceof Move.Bypass) {
                moves.add(move);
            }
        }
        return new Path(moves, List.of());
    }
}
