package io.tripline.engine.match;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.program.Loop;
import io.tripline.engine.program.Move;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import java.util.ArrayList;
import java.util.List;

/** The open steps of one match that the event under test fits, and what the match becomes by taking it. */
final class Takers {

    /** From where the event is taken: the match itself, or what it keeps for a way out. */
    private record Taker(PartialMatch from, Way way) {}

    private final Program program;
    private final List<Way> own = new ArrayList<>();
    private final List<Taker> outside = new ArrayList<>();
    private final List<Loop> left = new ArrayList<>();
    private PartialMatch match;

    Takers(Program program) {
        this.program = program;
    }

    void find(PartialMatch looksAt, boolean[] fits, Scope scope) {
        match = looksAt;
        own.clear();
        find(match, null, fits, scope);
        if (!match.waysOut().isEmpty() || !outside.isEmpty()) {
            outside.clear();
            left.clear();
            for (WayOut out : match.waysOut()) {
                find(out.kept(), out.loop(), fits, scope);
            }
        }
    }

    private void find(PartialMatch from, Loop outOfOrNull, boolean[] fits, Scope scope) {
        Way[] ways = program.ways(from.last().step());
        long timeNanos = scope.event().timeNanos();
        for (int i = 0; i < ways.length; i++) {
            Way way = ways[i];
            if (!fits[way.step()] || !from.isOpen(i, way, timeNanos)) {
                continue;
            }
            boolean leads = outOfOrNull == null || way.leaves(outOfOrNull) && way.contiguity() != Contiguity.ANY;
            if (leads) {
                scope.showCaptures(from);
                if (program.steps()[way.step()].joined().holds(scope)) {
                    add(from, way, outOfOrNull);
                }
            }
        }
    }

    private void add(PartialMatch from, Way way, Loop outOfOrNull) {
        if (outOfOrNull == null) {
            own.add(way);
        } else {
            outside.add(new Taker(from, way));
            left.add(outOfOrNull);
        }
    }

    int count() {
        return own.size() + outside.size();
    }

    /** Whether one way only takes the event, and the match is nothing else afterwards. */
    boolean isOnlyOne() {
        return own.size() == 1
                && outside.isEmpty()
                && own.get(0).contiguity() != Contiguity.ANY
                && !match.waitsForAny();
    }

    Way onlyOne() {
        return own.get(0);
    }

    /** Whether a way takes the event for which the match does not go on waiting. */
    boolean takeForGood() {
        return !outside.isEmpty() || own.stream().anyMatch(way -> way.contiguity() != Contiguity.ANY);
    }

    /** What the match becomes, each way a match of its own. */
    List<PartialMatch> taken(EventFits fits, Scope scope) {
        List<PartialMatch> forks = new ArrayList<>(count());
        for (Way way : own) {
            forks.add(taken(match, way, fits, scope));
        }
        for (Taker taker : outside) {
            forks.add(taken(taker.from(), taker.way(), fits, scope));
        }
        return forks;
    }

    private PartialMatch taken(PartialMatch from, Way way, EventFits fits, Scope scope) {
        PartialMatch fork = from.copy();
        fork.breakBy(fits, scope);
        if (!program.givesUpRounds()) {
            fork.take(way, scope.retainedEvent());
            return fork;
        }
        PartialMatch kept = from.copy();
        drop(left, kept);
        kept.pass(fits, scope);
        List<WayOut> open = new ArrayList<>(kept.waysOut());
        open.removeIf(out -> way.leaves(out.loop()));
        for (Move move : way.moves()) {
            if (move instanceof Move.NextRound next) {
                open.removeIf(out -> out.loop().number() == next.loop().number());
                if (from.rounds().hasEnoughBefore(next)) {
                    addWayOut(open, next.loop(), from, kept);
                    if (open.stream()
                            .noneMatch(out -> out.loop().number() == next.loop().number())) {
                        // Whoever gives up what begins inside this round is in this round all the same.
                        kept.loseRound(next.loop());
                    }
                }
            } else if (move instanceof Move.Enter enter && enter.loop().min() == 0) {
                addWayOut(open, enter.loop(), from, kept);
            }
        }
        fork.take(way, scope.retainedEvent());
        open.removeIf(out -> fork.couldEndRound(out.loop()) || !out.kept().leadsOut(out.loop(), program.isDelayed()));
        fork.setWaysOut(open.isEmpty() ? List.of() : open);
        return fork;
    }

    /** A way out that the event has taken is no longer open. */
    private void addWayOut(List<WayOut> open, Loop loop, PartialMatch from, PartialMatch kept) {
        boolean isTaken = from == match
                ? own.stream().anyMatch(way -> way.leaves(loop) && way.contiguity() != Contiguity.ANY)
                : outside.stream()
                        .anyMatch(taker -> taker.from() == from && taker.way().leaves(loop));
        if (isTaken || from.hasLostRound(loop)) {
            // Whoever gives up what begins inside this round is in this round all the same.
            kept.loseRound(loop);
        } else {
            open.add(new WayOut(loop, kept.copy()));
        }
    }

    private static void drop(List<Loop> loops, PartialMatch match) {
        if (!loops.isEmpty() && !match.waysOut().isEmpty()) {
            List<WayOut> open = new ArrayList<>(match.waysOut());
            open.removeIf(out -> loops.contains(out.loop()));
            for (WayOut out : open) {
                loops.stream()
                        .filter(loop -> out.kept().isBeforeRoundOf(match, loop))
                        .forEach(out.kept()::loseRound);
                drop(loops, out.kept());
            }
            match.setWaysOut(open);
        }
    }
}
