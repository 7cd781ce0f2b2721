package io.tripline.engine.host;

import java.util.List;

/**
 * How far rules that are about to hold have read the past.
 *
 * @param rules their names
 * @param through the last sequence they have read
 * @param last the last sequence of the journal, which goes on meanwhile
 */
public record WarmProgress(List<String> rules, long through, long last) {
    public WarmProgress {
        rules = List.copyOf(rules);
    }

    /** From 0 to 1. */
    public double fraction() {
        return last <= 0 ? 1 : Math.min(1, (double) through / last);
    }
}
