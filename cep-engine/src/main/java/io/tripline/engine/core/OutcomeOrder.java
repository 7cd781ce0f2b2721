package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import java.util.Comparator;

/**
 * The order of outcomes: by input; what is no longer so before what now is, and that before what has changed; each by the
 * alert's time, then the rule's name, then the start of the match. Behind them come the rows of views, what is withdrawn
 * before what is published, by the window's end and the view's name. Outcomes that are equal here belong to one rule and
 * key, or to one view, and are in the order in which an engine gives them, so a stable sort of what several partitions
 * gave is the order of one.
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
        return byTime != 0 ? byTime : Long.compare(one.sequence(), other.sequence());
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
        if (outcome instanceof Outcome.Late) {
            return 0;
        } else if (outcome instanceof Outcome.Retracted) {
            return 1;
        } else if (outcome instanceof Outcome.Fired) {
            return 2;
        } else if (outcome instanceof Outcome.Amended) {
            return 3;
        }
        return outcome instanceof Outcome.RowWithdrawn ? 4 : 5;
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
        return ((Outcome.Late) outcome).event().timeNanos();
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
