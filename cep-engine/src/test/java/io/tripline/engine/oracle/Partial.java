package io.tripline.engine.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A partial match.
 *
 * @param start place of its first event
 * @param closedRuns runs of repetitions that an event has closed
 * @param lostRounds rounds that have no way out any more: an event has taken it, or the round could have ended
 * @param anyOnly whether another match has taken what this one would by {@code then}: it waits for {@code any} only
 * @param taken the places by step, in their order
 */
record Partial(
        int start,
        Progress progress,
        Set<String> closedRuns,
        Set<String> lostRounds,
        boolean anyOnly,
        Map<Integer, List<Integer>> taken) {

    Partial(int start, Progress progress, Set<String> closedRuns, Set<String> lostRounds, boolean anyOnly) {
        this(start, progress, closedRuns, lostRounds, anyOnly, places(progress));
    }

    private static Map<Integer, List<Integer>> places(Progress progress) {
        Map<Integer, List<Integer>> taken = new TreeMap<>();
        progress.collect(taken);
        taken.values().forEach(Collections::sort);
        return taken;
    }

    Partial with(Progress other) {
        return new Partial(start, other, closedRuns, lostRounds, anyOnly);
    }

    Partial closing(Collection<String> runs) {
        if (closedRuns.containsAll(runs)) {
            return this;
        }
        Set<String> more = new TreeSet<>(closedRuns);
        more.addAll(runs);
        return new Partial(start, progress, more, lostRounds, anyOnly, taken);
    }

    Partial losing(Collection<String> rounds) {
        if (lostRounds.containsAll(rounds)) {
            return this;
        }
        Set<String> more = new TreeSet<>(lostRounds);
        more.addAll(rounds);
        return new Partial(start, progress, closedRuns, more, anyOnly, taken);
    }

    Partial waitingForAnyOnly() {
        return new Partial(start, progress, closedRuns, lostRounds, true, taken);
    }

    Partial waitingForAll() {
        return !anyOnly ? this : new Partial(start, progress, closedRuns, lostRounds, false, taken);
    }

    /** All places, in their order. */
    List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        taken().values().forEach(places::addAll);
        Collections.sort(places);
        return places;
    }

    int last() {
        int last = Progress.NOTHING;
        for (List<Integer> places : taken.values()) {
            last = Math.max(last, places.get(places.size() - 1));
        }
        return last;
    }

    private boolean takes(int place) {
        return taken.values().stream().anyMatch(places -> places.contains(place));
    }

    /** Itself without the round it is in the middle of, where it may be given up; with the round and its repetition. */
    List<Progress.Shortened> waysOut() {
        if (anyOnly) {
            return List.of();
        }
        return progress.shortened("").stream()
                .filter(one -> !lostRounds.contains(one.round()))
                .filter(one -> with(one.rest()).takes(start))
                .toList();
    }

    /** Two that have taken different events are different in their progress. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Partial that
                && start == that.start
                && anyOnly == that.anyOnly
                && progress.equals(that.progress)
                && closedRuns.equals(that.closedRuns)
                && lostRounds.equals(that.lostRounds);
    }

    @Override
    public int hashCode() {
        return 31 * progress.hashCode() + start;
    }

    /** Compared in the order of writing, then by which took the earlier event. */
    int compareChoices(Partial other) {
        List<Integer> mine = new ArrayList<>();
        List<Integer> theirs = new ArrayList<>();
        progress.choices(mine);
        other.progress.choices(theirs);
        int byChoices = compare(mine, theirs);
        return byChoices != 0 ? byChoices : compare(places(), other.places());
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return Integer.compare(one.get(i), other.get(i));
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
