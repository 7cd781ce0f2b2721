package io.tripline.engine.match;

import io.tripline.dsl.plan.TriggerPlan.AfterMatch;
import io.tripline.dsl.plan.TriggerPlan.AfterMatch.PastLastEvent;
import io.tripline.dsl.plan.TriggerPlan.AfterMatch.SkipTo;
import io.tripline.engine.event.Event;
import io.tripline.engine.program.Program;
import java.util.ArrayList;
import java.util.List;

/** Chooses, of the matches that are complete at one moment, those to report, and drops what the rule says. */
final class Selection {

    private final Program program;
    private final AfterMatch afterMatch;
    private final boolean any;
    private final Preference preference;

    /** What started at or before this event is dropped. */
    private Event throughOrNull;
    /** What started before this event is dropped. */
    private Event beforeOrNull;
    /** What started with one of these is dropped. */
    private final List<Event> starts = new ArrayList<>();

    Selection(Program program) {
        this.program = program;
        this.afterMatch = program.terms().afterMatch();
        this.any = program.terms().any();
        this.preference = new Preference();
    }

    /**
     * Chooses.
     *
     * @param complete in the order of their starts, no longer among the others
     * @param momentNanos the time of the event, or the time that has passed
     */
    void select(List<PartialMatch> complete, PartialMatches others, long momentNanos, List<Finding> found) {
        if (program.startsAfresh()) {
            List<PartialMatch> earliest = complete.subList(0, endOfStart(complete, 0));
            found.add(finding(preferred(earliest), momentNanos));
            others.clear();
            return;
        }
        for (int from = 0; from < complete.size(); ) {
            int to = endOfStart(complete, from);
            Event start = complete.get(from).start();
            // With `any` all that completes together is reported, whatever is dropped afterwards.
            if (!isDropped(start) || any && afterMatch instanceof PastLastEvent) {
                List<PartialMatch> reported = reported(complete.subList(from, to));
                reported.forEach(match -> found.add(finding(match, momentNanos)));
                if (any && program.terms().waits()) {
                    // Rounds may be cut in several ways: what has taken the same is complete at another moment.
                    reported.forEach(match -> others.forEach(other -> other.noteReported(match)));
                }
                if (!reported.isEmpty()) {
                    drop(reported);
                }
            }
            from = to;
        }
        others.removeIf(match -> isDropped(match.start()));
        throughOrNull = null;
        beforeOrNull = null;
        starts.clear();
    }

    private static int endOfStart(List<PartialMatch> complete, int from) {
        int to = from + 1;
        while (to < complete.size()
                && complete.get(to).start() == complete.get(from).start()) {
            to++;
        }
        return to;
    }

    /** The match, complete at a moment. */
    Finding finding(PartialMatch match, long momentNanos) {
        long lastNanos = match.lastEvent().timeNanos();
        boolean absence = program.terms().deadline().isPresent();
        return new Finding(
                match,
                absence ? momentNanos : lastNanos,
                momentNanos,
                program.isDelayed() ? momentNanos : Finding.AT_ONCE);
    }

    private PartialMatch preferred(List<PartialMatch> complete) {
        PartialMatch best = complete.get(0);
        for (PartialMatch match : complete) {
            best = preference.compare(match, best) < 0 ? match : best;
        }
        return best;
    }

    /** The matches of one start to report, the preferred one first. */
    private List<PartialMatch> reported(List<PartialMatch> complete) {
        if (!any) {
            return List.of(preferred(complete));
        }
        List<PartialMatch> sorted = new ArrayList<>(complete);
        sorted.sort(preference);
        List<PartialMatch> different = new ArrayList<>();
        for (PartialMatch match : sorted) {
            if (!match.isReported() && different.stream().noneMatch(match::hasTakenTheSameAs)) {
                different.add(match);
            }
        }
        return different;
    }

    private void drop(List<PartialMatch> reported) {
        PartialMatch best = reported.get(0);
        if (afterMatch instanceof PastLastEvent) {
            for (PartialMatch match : reported) {
                if (throughOrNull == null || Order.compare(match.lastEvent(), throughOrNull) > 0) {
                    throughOrNull = match.lastEvent();
                }
            }
        } else if (afterMatch instanceof SkipTo skip) {
            List<Event> taken = best.taken(skip.step());
            Event to = taken.get(skip.last() ? taken.size() - 1 : 0);
            beforeOrNull = beforeOrNull == null || Order.compare(to, beforeOrNull) > 0 ? to : beforeOrNull;
            starts.add(best.start());
        } else if (!any) {
            starts.add(best.start());
        }
    }

    private boolean isDropped(Event start) {
        return throughOrNull != null && Order.compare(start, throughOrNull) <= 0
                || beforeOrNull != null && Order.compare(start, beforeOrNull) < 0
                || starts.contains(start);
    }
}
