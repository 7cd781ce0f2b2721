package io.tripline.engine.oracle;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.TriggerPlan;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody walking along a key's events with a pattern in hand, as point 9 of the language's meaning tells it. Nothing is
 * remembered that can be looked up again: whether a way is closed is found by looking at all events of the gap.
 */
final class PatternWalk {

    /** An open step: of the match as it is, or of the match without the round it is in the middle of. */
    private record Open(Partial from, Offer offer, String lostRound) {

        boolean isAny() {
            return offer.word() == Contiguity.ANY;
        }
    }

    /** Past this, a case is too much for somebody who keeps whole matches. */
    private static final int MOST_PARTIALS = 250;

    private final RuleWalk walk;
    private final TriggerPlan.Match match;
    private final Gaps gaps;
    private final Completion completion;
    private List<Partial> partials = new ArrayList<>();
    /** What the matches wait for, found once for as long as they stay what they are. */
    private IdentityHashMap<Partial, List<Open>> open = new IdentityHashMap<>();

    private IdentityHashMap<Partial, List<Open>> openBefore = open;

    PatternWalk(RuleWalk walk, TriggerPlan.Match match) {
        this.walk = walk;
        this.match = match;
        this.gaps = new Gaps(walk, match);
        this.completion = new Completion(walk, match, gaps);
    }

    /** The matches in the order in which they become complete, those of deadlines that have passed by then included. */
    List<RuleWalk.Found> matches(long passedNanos) {
        List<RuleWalk.Found> found = new ArrayList<>();
        for (int place = 0; place < walk.events().size(); place++) {
            partials = completion.passTime(
                    partials, place - 1, walk.events().get(place).timeNanos(), found);
            List<Partial> after = new ArrayList<>();
            openBefore = open;
            open = new IdentityHashMap<>();
            for (Partial partial : partials) {
                after.addAll(step(partial, place));
            }
            after.addAll(startedBy(place));
            after = new ArrayList<>(new LinkedHashSet<>(after));
            if (after.size() > MOST_PARTIALS) {
                throw new TooManyMatchesException();
            }
            partials = completion.completeBy(after, place, found);
        }
        partials = completion.passTime(partials, walk.events().size() - 1, passedNanos, found);
        return found;
    }

    private List<Partial> step(Partial before, int place) {
        Partial partial = closeRuns(before, place);
        List<Open> taking =
                open(partial).stream().filter(open -> takes(open, place)).toList();
        if (taking.isEmpty()) {
            return List.of(partial);
        }
        List<Partial> after = new ArrayList<>();
        List<String> lost = taking.stream()
                .filter(open -> !open.lostRound().isEmpty())
                .map(Open::lostRound)
                .toList();
        for (Open open : taking) {
            Progress progress = open.offer().taking().apply(place);
            Partial taken = open.from().with(progress).losing(lost).losing(progress.endable(""));
            after.add(losingWhatOthersLeave(taken, open, taking));
        }
        boolean forGood = taking.stream().anyMatch(open -> !open.isAny());
        after.replaceAll(Partial::waitingForAll);
        if (partial.progress().offers("").stream().anyMatch(offer -> offer.word() == Contiguity.ANY)) {
            after.add(forGood ? partial.waitingForAnyOnly() : partial);
        }
        return after;
    }

    /** What the match waits for: by itself, and out of the round it is in. */
    private List<Open> open(Partial partial) {
        List<Open> known = openBefore.getOrDefault(partial, open.get(partial));
        if (known == null) {
            known = findOpen(partial);
        }
        open.put(partial, known);
        return known;
    }

    private static List<Open> findOpen(Partial partial) {
        List<Open> open = new ArrayList<>();
        for (Offer offer : partial.progress().offers("")) {
            if (!partial.anyOnly() || offer.word() == Contiguity.ANY) {
                open.add(new Open(partial, offer, ""));
            }
        }
        for (Progress.Shortened out : partial.waysOut()) {
            Partial kept = partial.with(out.rest());
            for (Offer offer : out.rest().offers("")) {
                if (!offer.isInside(out.run()) && offer.word() != Contiguity.ANY) {
                    open.add(new Open(kept, offer, out.round()));
                }
            }
        }
        return open;
    }

    /** A round that begins with an event by which another leaves the repetition has no way out any more. */
    private static Partial losingWhatOthersLeave(Partial after, Open taken, List<Open> taking) {
        List<String> lost = new ArrayList<>();
        for (Progress.Shortened out : after.progress().shortened("")) {
            // A match that waits for `any` only has no way out to anything else.
            boolean left = taken.from().anyOnly()
                    || taking.stream()
                            .anyMatch(other ->
                                    other.from().progress().equals(taken.from().progress())
                                            && !other.isAny()
                                            && leadsOut(out, other.offer()));
            if (left) {
                lost.add(out.round());
            }
        }
        return after.losing(lost);
    }

    private static boolean leadsOut(Progress.Shortened out, Offer offer) {
        return out.rest().offers("").stream()
                .anyMatch(way -> !way.isInside(out.run())
                        && way.step().equals(offer.step())
                        && way.inside().equals(offer.inside()));
    }

    private boolean takes(Open open, int place) {
        PatternPlan.Step step = open.offer().step();
        return walk.events().get(place).type().equals(step.event())
                && gaps.isOpen(open.from(), open.offer(), place)
                && step.condition()
                        .map(condition -> walk.moment(
                                        place, walk.seen(open.from().taken()))
                                .inStep(step.number())
                                .isTrue(condition))
                        .orElse(true);
    }

    /** From the first possible round on, an event may close a repetition. */
    private Partial closeRuns(Partial partial, int place) {
        Set<String> closed = new TreeSet<>();
        for (Open open : openOrNot(partial)) {
            for (Offer.Run run : open.offer().inside()) {
                if (closes(run, open.from(), place)) {
                    closed.add(run.path());
                }
            }
        }
        return partial.closing(closed);
    }

    private List<Open> openOrNot(Partial partial) {
        List<Open> all = new ArrayList<>(open(partial.waitingForAll()));
        if (partial.anyOnly()) {
            all.removeIf(open -> !open.lostRound().isEmpty());
        }
        return all;
    }

    private boolean closes(Offer.Run run, Partial partial, int place) {
        ExpressionPlan until = run.plan().until().get(walk.events().get(place).type());
        return until != null && walk.moment(place, walk.seen(partial.taken())).isTrue(until);
    }

    private List<Partial> startedBy(int place) {
        Partial nothing = new Partial(place, Progress.fresh(match.pattern()), Set.of(), Set.of(), false);
        List<Partial> started = new ArrayList<>();
        if (gaps.isForbiddenToStart(place)) {
            return started;
        }
        for (Offer offer : nothing.progress().offers("")) {
            PatternPlan.Step step = offer.step();
            boolean fits =
                    EventFilters.fits(walk, new EventFilter(step.event(), step.condition()), place, nothing.taken());
            if (fits && offer.inside().stream().noneMatch(run -> closes(run, nothing, place))) {
                started.add(nothing.with(offer.taking().apply(place)));
            }
        }
        return started;
    }
}
