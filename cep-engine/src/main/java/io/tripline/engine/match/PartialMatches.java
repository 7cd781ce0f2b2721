package io.tripline.engine.match;

import java.util.ArrayList;
import java.util.List;

/** The partial matches of one rule and key, in the order of their starts. */
public final class PartialMatches {

    /** Those of a rule whose every match is one event: there never is any, so all keys share this. */
    public static final PartialMatches NONE = new PartialMatches(List.of());

    private final List<PartialMatch> matches;

    public PartialMatches() {
        this(new ArrayList<>(2));
    }

    private PartialMatches(List<PartialMatch> matches) {
        this.matches = matches;
    }

    /** A copy that goes its own way; captures are shared. */
    public PartialMatches copy() {
        if (this == NONE) {
            return this;
        }
        List<PartialMatch> copies = new ArrayList<>(matches.size());
        for (PartialMatch match : matches) {
            copies.add(match.copy());
        }
        return new PartialMatches(copies);
    }

    public int size() {
        return matches.size();
    }

    /** The event time of the latest start; there must be a match. */
    public long latestStartNanos() {
        return matches.get(matches.size() - 1).start().timeNanos();
    }

    PartialMatch get(int place) {
        return matches.get(place);
    }

    void addFirstTo(List<PartialMatch> others, int count) {
        others.addAll(matches.subList(0, count));
    }

    void add(PartialMatch match) {
        matches.add(match);
    }

    void clear() {
        if (!matches.isEmpty()) {
            matches.clear();
        }
    }

    /** Drops the first ones. */
    void removeFirst(int count) {
        matches.subList(0, count).clear();
    }

    /** Puts others in the place of all. */
    void replaceBy(List<PartialMatch> others) {
        matches.clear();
        matches.addAll(others);
    }
}
