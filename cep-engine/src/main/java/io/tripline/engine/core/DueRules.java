package io.tripline.engine.core;

import java.util.Arrays;

/**
 * For which rules time alone will do something, and when: a tournament tree (Knuth, TAOCP vol. 3, 5.4.1), each node of
 * which knows the earliest time below it. Setting a time and finding a rule take a step for each level, not for each rule.
 */
final class DueRules {

    static final int NONE = -1;

    private final int leaves;
    private final long[] earliest;

    /** None of the rules, numbered from 0, is due. */
    DueRules(int rules) {
        this.leaves = Math.max(1, Integer.highestOneBit(Math.max(1, rules) * 2 - 1));
        this.earliest = new long[2 * leaves];
        Arrays.fill(earliest, Long.MAX_VALUE);
    }

    /** The rule is due once time is later than this; {@link Long#MAX_VALUE} for never. */
    void set(int rule, long nanos) {
        int node = leaves + rule;
        if (earliest[node] == nanos) {
            return;
        }
        earliest[node] = nanos;
        for (node >>= 1; node > 0; node >>= 1) {
            long lower = Math.min(earliest[2 * node], earliest[2 * node + 1]);
            if (earliest[node] == lower) {
                return;
            }
            earliest[node] = lower;
        }
    }

    /** Whether no rule is due before a time. */
    boolean areNone(long beforeNanos) {
        return earliest[1] >= beforeNanos;
    }

    /** The first rule, from one on, that is due before a time; {@link #NONE} when there is none. */
    int next(int fromRule, long beforeNanos) {
        if (fromRule >= leaves || earliest[1] >= beforeNanos) {
            return NONE;
        }
        int node = leaves + fromRule;
        while (earliest[node] >= beforeNanos) {
            // Up past all of which this is the last part, then to the part behind.
            while ((node & 1) == 1) {
                node >>= 1;
            }
            if (node == 0) {
                return NONE;
            }
            node++;
        }
        while (node < leaves) {
            node *= 2;
            node += earliest[node] < beforeNanos ? 0 : 1;
        }
        return node - leaves;
    }
}
