package io.tripline.engine.journal;

import java.util.List;
import java.util.Optional;

/**
 * Where in a file of the journal its entries are, roughly: a mark about every MiB, and one for each change of the rules.
 * It saves reading and decides nothing: what a mark says is compared with the frame that stands there.
 *
 * @param journalId the journal's own number
 * @param firstSequence the first to come in the file
 * @param nextSequence the one behind the last in the file
 * @param latestTakenAtNanos the latest instant at which one of its entries was taken in; {@link Long#MIN_VALUE} when
 *     there is none
 * @param marks by position and sequence
 * @param rules by position; the first may be of before the file, carried over into it
 */
record SegmentIndex(
        long journalId,
        long firstSequence,
        long nextSequence,
        long latestTakenAtNanos,
        List<Mark> marks,
        List<RuleMark> rules) {

    SegmentIndex {
        marks = List.copyOf(marks);
        rules = List.copyOf(rules);
    }

    /**
     * A place to begin reading at.
     *
     * @param position where a cursor finds the entry
     * @param latestBeforeNanos the latest instant at which an entry before it, in this file, was taken in
     */
    record Mark(long position, long sequence, long latestBeforeNanos) {}

    /**
     * A frame with a rule set.
     *
     * @param sequence of the change that brought the rules
     */
    record RuleMark(long position, long sequence) {}

    /** The last mark at or before a sequence; none when that is before all of them. */
    Optional<Mark> markFor(long sequence) {
        int low = 0;
        int high = marks.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (marks.get(middle).sequence() <= sequence) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high < 0 ? Optional.empty() : Optional.of(marks.get(high));
    }

    /** The last mark before which nothing was taken in at that instant or later. */
    Optional<Mark> markForInstant(long takenAtNanos) {
        int low = 0;
        int high = marks.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (marks.get(middle).latestBeforeNanos() < takenAtNanos) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high < 0 ? Optional.empty() : Optional.of(marks.get(high));
    }

    /** Where the rules stand that were in force at a sequence of this file, if this file has them. */
    Optional<RuleMark> rulesFor(long sequence) {
        return rules.stream().filter(rule -> rule.sequence() <= sequence).reduce((earlier, later) -> later);
    }

    /** Whether the file says which rules were in force when it began. */
    boolean carriesRules() {
        return !rules.isEmpty() && rules.get(0).sequence() < firstSequence;
    }
}
