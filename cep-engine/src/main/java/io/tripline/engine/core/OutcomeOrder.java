package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import java.util.Comparator;

/**
 * The order of outcomes: by input, and in it by the derived event that caused them; what is no longer so before what now
 * is, and that before what has changed, each by the alert's time, then the rule's name, then the start of the match; behind
 * them the rows of views, what is withdrawn before what is published, by the window's end and the view's name; then what
 * rules do beside their alerts. Outcomes that are equal here belong to one rule and key, to one view, or to rules that run
 * in one place, and are in the order in which an engine gives them, so a stable sort of what several partitions gave is
 * the order of one.
 */
public final class OutcomeOrder implements Comparator<Outcome> {

    public static final OutcomeOrder INSTANCE = new OutcomeOrder();

    /** What rules do beside their alerts, in the order in which it is done. */
    private static final int OTHER = 6;

    private OutcomeOrder() {}

    @Override
    public int compare(Outcome left, Outcome right) {
        int bySequence = Long.compare(left.sequence(), right.sequence());
        if (bySequence != 0) {
            return bySequence;
        }
        int byOrdinal = Integer.compare(left.ordinal(), right.ordinal());
        if (byOrdinal != 0) {
            return byOrdinal;
        }
        int byKind = Integer.compare(rank(left), rank(right));
        if (byKind != 0 || rank(left) == OTHER) {
            return byKind;
        }
        int byTime = Long.compare(atNanos(left), atNanos(right));
        if (byTime != 0) {
            return byTime;
        }
        int byRule = left.rule().compareTo(right.rule());
        return byRule != 0 ? byRule : compareStarts(alertOrNull(left), alertOrNull(right));
    }

    private static int compareStarts(Alert left, Alert right) {
        if (left == null || right == null) {
            return 0;
        }
        Event one = start(left);
        Event other = start(right);
        int byTime = Long.compare(one.timeNanos(), other.timeNanos());
        if (byTime != 0) {
            return byTime;
        }
        int bySequence = Long.compare(one.sequence(), other.sequence());
        return bySequence != 0 ? bySequence : Integer.compare(one.ordinal(), other.ordinal());
    }

    private static Event start(Alert alert) {
        Event start = null;
        for (MatchedStep step : alert.matched()) {
            Event first = step.events().get(0);
            boolean earlier = start == null
                    || first.timeNanos() < start.timeNanos()
                    || first.timeNanos() == start.timeNanos() && first.sequence() < start.sequence();
            start = earlier ? first : start;
        }
        return start;
    }

    private static int rank(Outcome outcome) {
        if (outcome instanceof Outcome.Late || outcome instanceof Outcome.Emitted) {
            return 0;
        } else if (outcome instanceof Outcome.Retracted) {
            return 1;
        } else if (outcome instanceof Outcome.Fired) {
            return 2;
        } else if (outcome instanceof Outcome.Amended) {
            return 3;
        } else if (outcome instanceof Outcome.RowWithdrawn) {
            return 4;
        }
        return outcome instanceof Outcome.RowPublished ? 5 : OTHER;
    }

    private static long atNanos(Outcome outcome) {
        Alert alert = alertOrNull(outcome);
        if (alert != null) {
            return alert.atNanos();
        } else if (outcome instanceof Outcome.RowWithdrawn gone) {
            return gone.row().endNanos();
        } else if (outcome instanceof Outcome.RowPublished published) {
            return published.row().endNanos();
        }
        return outcome instanceof Outcome.Late late ? late.event().timeNanos() : Long.MIN_VALUE;
    }

    private static Alert alertOrNull(Outcome outcome) {
        if (outcome instanceof Outcome.Fired fired) {
            return fired.alert();
        } else if (outcome instanceof Outcome.Retracted retracted) {
            return retracted.alert();
        }
        return outcome instanceof Outcome.Amended amended ? amended.alert() : null;
    }
}
