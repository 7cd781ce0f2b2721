package io.tripline.engine.predicate;

import java.util.List;
import java.util.OptionalInt;

/**
 * By which of its predicates a list of them is found: its access predicate (Fabret et al., "Filtering algorithms and
 * implementation for very fast publish/subscribe systems", SIGMOD 2001). One that few others share is best, since it
 * rarely holds.
 */
final class AccessChoice {

    private final List<Predicate> predicates;
    private final int[] uses;

    /** Of predicates by number, and how many lists each is in. */
    AccessChoice(List<Predicate> predicates, int[] uses) {
        this.predicates = predicates;
        this.uses = uses;
    }

    /** One of the list; nothing if none of it can be looked up. */
    OptionalInt choose(int[] conjunction) {
        int best = -1;
        for (int predicate : conjunction) {
            if (rank(predicate) < Integer.MAX_VALUE && (best < 0 || isBetter(predicate, best))) {
                best = predicate;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private boolean isBetter(int one, int other) {
        int byRank = Integer.compare(rank(one), rank(other));
        return byRank != 0 ? byRank < 0 : uses[one] < uses[other];
    }

    /** Values before ranges, and ranges with two ends before those with one. */
    private int rank(int number) {
        Predicate predicate = predicates.get(number);
        if (predicate instanceof Predicate.OneOf) {
            return 0;
        } else if (predicate instanceof Predicate.InRange in) {
            return in.range().isClosed() ? 1 : 2;
        }
        return Integer.MAX_VALUE;
    }
}
