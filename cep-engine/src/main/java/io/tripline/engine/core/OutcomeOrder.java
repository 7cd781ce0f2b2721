package io.tripline.engine.core;

import java.util.Comparator;

/**
 * The order of outcomes: by input; what is no longer so before what now is, and that before what has changed; each by the
 * alert's time, then the rule's name. Outcomes that are equal here belong to one rule and key and are in the order in
 * which an engine gives them, so a stable sort of what several partitions gave is the order of one.
 */
public final class OutcomeOrder implements Comparator<Outcome> {

    public static final OutcomeOrder INSTANCE = new OutcomeOrder();

    private OutcomeOrder() {}

    @Override
    public int compare(Outcome left, Outcome right) {
        int bySequence = Long.compare(left.sequence(), right.sequence());
        if (bySequence != 0) {
            return bySequence;
        }
        int byKind = Integer.compare(rank(left), rank(right));
        if (byKind != 0) {
            return byKind;
        }
        int byTime = Long.compare(atNanos(left), atNanos(right));
        return byTime != 0 ? byTime : left.rule().compareTo(right.rule());
    }

    private static int rank(Outcome outcome) {
        if (outcome instanceof Outcome.Late) {
            return 0;
        } else if (outcome instanceof Outcome.Retracted) {
            return 1;
        }
        return outcome instanceof Outcome.Fired ? 2 : 3;
    }

    private static long atNanos(Outcome outcome) {
        if (outcome instanceof Outcome.Fired fired) {
            return fired.alert().atNanos();
        } else if (outcome instanceof Outcome.Retracted retracted) {
            return retracted.alert().atNanos();
        } else if (outcome instanceof Outcome.Amended amended) {
            return amended.alert().atNanos();
        }
        return ((Outcome.Late) outcome).event().timeNanos();
    }
}
