package io.tripline.engine.oracle;

import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.plan.TriggerPlan.AfterMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says when matches are complete, which of them are reported, and what is dropped then. */
final class Completion {

    private final RuleWalk walk;
    private final TriggerPlan.Match match;
    private final Gaps gaps;
    private final boolean any;

    Completion(RuleWalk walk, TriggerPlan.Match match, Gaps gaps) {
        this.walk = walk;
        this.match = match;
        this.gaps = gaps;
        this.any = RuleWords.sayAny(match.pattern());
    }

    private boolean hasDeadline() {
        return match.deadline().isPresent();
    }

    private boolean waits() {
        return match.waits() && !hasDeadline();
    }

    /** What is complete because the event at a place has come; gives what is left. */
    List<Partial> completeBy(List<Partial> partials, int place, List<RuleWalk.Found> found) {
        List<Partial> complete = new ArrayList<>();
        List<Partial> left = new ArrayList<>();
        for (Partial partial : partials) {
            Optional<Partial> ending = ending(partial, place);
            boolean isComplete = !hasDeadline()
                    && ending.isPresent()
                    && (waits() ? !gaps.canGoOn(partial, place) : partial.last() == place);
            (isComplete ? complete : left).add(isComplete ? ending.get() : partial);
        }
        return report(complete, left, time(place), found);
    }

    /** What is complete because time has passed everything before that time; gives what is left. */
    List<Partial> passTime(List<Partial> partials, int place, long beforeNanos, List<RuleWalk.Found> found) {
        List<Partial> left = partials;
        while (true) {
            Map<Partial, Partial> endings = new LinkedHashMap<>();
            for (Partial partial : left) {
                ending(partial, place).ifPresent(ending -> endings.put(partial, ending));
            }
            Optional<Partial> next = endings.values().stream().min(Comparator.comparingInt(this::cause));
            if (next.isEmpty() || momentNanos(next.get()) >= beforeNanos) {
                return left;
            }
            List<Partial> complete = new ArrayList<>();
            List<Partial> others = new ArrayList<>();
            for (Partial partial : left) {
                Partial ending = endings.get(partial);
                boolean now = ending != null && cause(ending) == cause(next.get());
                (now ? complete : others).add(now ? ending : partial);
            }
            left = report(complete, others, momentNanos(next.get()), found);
        }
    }

    /** The match if it takes no more: as it is, or without the round it is in the middle of. */
    private Optional<Partial> ending(Partial partial, int place) {
        if (partial.anyOnly()) {
            return Optional.empty();
        }
        if (partial.progress().canEnd()) {
            return Optional.of(partial).filter(it -> !gaps.hasMissedDeadline(it, place));
        }
        return partial.waysOut().stream()
                .map(out -> partial.with(out.rest()))
                .filter(rest -> rest.progress().canEnd() && !gaps.hasMissedDeadline(rest, place))
                .findFirst();
    }

    /** The place of the event that has made the moment at which the match is complete. */
    private int cause(Partial ending) {
        return waits() ? ending.start() : ending.last();
    }

    private long momentNanos(Partial ending) {
        if (hasDeadline()) {
            return time(ending.last()) + match.deadline().get().withinNanos();
        }
        return waits() && match.withinNanos().isPresent()
                ? time(ending.start()) + match.withinNanos().getAsLong()
                : Long.MAX_VALUE;
    }

    private long time(int place) {
        return walk.events().get(place).timeNanos();
    }

    private List<Partial> report(
            List<Partial> complete, List<Partial> others, long momentNanos, List<RuleWalk.Found> found) {
        Map<Integer, List<Partial>> byStart = new TreeMap<>();
        complete.forEach(partial -> byStart.computeIfAbsent(partial.start(), start -> new ArrayList<>())
                .add(partial));
        boolean allTogether = any && match.afterMatch() instanceof AfterMatch.PastLastEvent;
        List<Partial> left = others;
        int dropped = -1;
        for (List<Partial> ofStart : byStart.values()) {
            if (ofStart.get(0).start() <= dropped && !allTogether) {
                continue;
            }
            ofStart.sort(Partial::compareChoices);
            Partial preferred = ofStart.get(0);
            Map<Map<Integer, List<Integer>>, Partial> different = new LinkedHashMap<>();
            ofStart.forEach(partial -> different.putIfAbsent(partial.taken(), partial));
            List<Partial> reported = any ? List.copyOf(different.values()) : List.of(preferred);
            for (Partial partial : reported) {
                long atNanos = hasDeadline() ? momentNanos : time(partial.last());
                boolean delayed = hasDeadline() || waits();
                found.add(new RuleWalk.Found(
                        partial.last(), walk.seen(partial.taken()), atNanos, delayed ? momentNanos : Long.MIN_VALUE));
            }
            int through = dropThrough(reported, preferred);
            boolean dropsStart = !(match.afterMatch() instanceof AfterMatch.Overlapping && any);
            dropped = Math.max(dropped, through);
            left = left.stream()
                    .filter(partial ->
                            partial.start() > through && !(dropsStart && partial.start() == preferred.start()))
                    .toList();
        }
        return new ArrayList<>(left);
    }

    /** Up to which start everything is dropped. */
    private int dropThrough(List<Partial> reported, Partial preferred) {
        if (match.afterMatch() instanceof AfterMatch.PastLastEvent) {
            return reported.stream().mapToInt(Partial::last).max().orElseThrow();
        } else if (match.afterMatch() instanceof AfterMatch.SkipTo skip) {
            List<Integer> places = preferred.taken().get(skip.step());
            return places.get(skip.last() ? places.size() - 1 : 0) - 1;
        }
        return -1;
    }
}
