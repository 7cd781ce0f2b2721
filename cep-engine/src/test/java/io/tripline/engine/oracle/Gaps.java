package io.tripline.engine.oracle;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Absence;
import io.tripline.dsl.plan.TriggerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What may lie between the events of a match, and before and behind them. */
final class Gaps {

    private final RuleWalk walk;
    private final TriggerPlan.Match match;
    private final List<Absence> leading;
    private final Set<String> named = new TreeSet<>();

    Gaps(RuleWalk walk, TriggerPlan.Match match) {
        this.walk = walk;
        this.match = match;
        this.leading = match.pattern() instanceof PatternPlan.Sequence sequence
                ? sequence.parts().get(0).absences()
                : List.of();
        name(match.pattern());
        match.withouts().forEach(without -> named.add(without.forbidden().event()));
        match.deadline().ifPresent(deadline -> deadline.forbidden().forEach(filter -> named.add(filter.event())));
    }

    private void name(PatternPlan plan) {
        if (plan instanceof PatternPlan.Step step) {
            named.add(step.event());
        } else if (plan instanceof PatternPlan.Repeat repeat) {
            name(repeat.body());
        } else if (plan instanceof PatternPlan.Sequence sequence) {
            for (PatternPlan.Part part : sequence.parts()) {
                part.absences().forEach(absence -> absence.forbidden().forEach(filter -> named.add(filter.event())));
                name(part.body());
            }
        } else if (plan instanceof PatternPlan.Alternatives alternatives) {
            alternatives.options().forEach(this::name);
        } else if (plan instanceof PatternPlan.AnyOrder group) {
            group.members().forEach(this::name);
        }
    }

    private long time(int place) {
        return walk.events().get(place).timeNanos();
    }

    /** Whether the match may take the event at a place by that offer, conditions aside. */
    boolean isOpen(Partial partial, Offer offer, int place) {
        int last = partial.last();
        long after = time(place) - time(last);
        return (match.withinNanos().isEmpty()
                        || time(place) - time(partial.start())
                                <= match.withinNanos().getAsLong())
                && (offer.gapNanos().isEmpty() || after <= offer.gapNanos().getAsLong())
                && offer.absences().stream()
                        .allMatch(absence -> absence.forNanos().isEmpty()
                                || after > absence.forNanos().getAsLong())
                && !isClosed(partial, offer, place - 1);
    }

    /** Whether an event up to that place has closed the way of that offer. */
    boolean isClosed(Partial partial, Offer offer, int through) {
        if (offer.inside().stream().anyMatch(run -> partial.closedRuns().contains(run.path()))) {
            return true;
        }
        for (int place = partial.last() + 1; place <= through; place++) {
            if (offer.word() == Contiguity.IMMEDIATE
                    && named.contains(walk.events().get(place).type())) {
                return true;
            }
            for (Absence absence : offer.absences()) {
                if (forbids(absence, partial, place)) {
                    return true;
                }
            }
        }
        return match.withouts().stream()
                .anyMatch(without -> without.to() == offer.step().number() && isBroken(without, partial, through));
    }

    private boolean forbids(Absence absence, Partial partial, int place) {
        boolean inTime = absence.forNanos().isEmpty()
                || time(place) <= time(partial.last()) + absence.forNanos().getAsLong();
        return inTime && EventFilters.fitsAny(walk, absence.forbidden(), place, partial.taken());
    }

    private boolean isBroken(TriggerPlan.Without without, Partial partial, int through) {
        Map<Integer, List<Integer>> taken = partial.taken();
        List<Integer> from = taken.getOrDefault(without.from(), List.of());
        if (from.isEmpty() || !taken.getOrDefault(without.to(), List.of()).isEmpty()) {
            return false;
        }
        for (int place = from.get(from.size() - 1) + 1; place <= through; place++) {
            if (EventFilters.fits(walk, without.forbidden(), place, taken)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something stands before the event at a place that must not stand before a start. */
    boolean isForbiddenToStart(int start) {
        for (Absence absence : leading) {
            for (int place = 0; place < start; place++) {
                if (time(place) >= time(start) - absence.forNanos().getAsLong()
                        && EventFilters.fitsAny(walk, absence.forbidden(), place, Map.of())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an event up to that place has come before the deadline that must not come. */
    boolean hasMissedDeadline(Partial partial, int through) {
        if (match.deadline().isEmpty()) {
            return false;
        }
        TriggerPlan.Deadline deadline = match.deadline().get();
        for (int place = partial.last() + 1; place <= through; place++) {
            if (time(place) <= time(partial.last()) + deadline.withinNanos()
                    && EventFilters.fitsAny(walk, deadline.forbidden(), place, partial.taken())) {
                return true;
            }
        }
        return false;
    }

    /** Whether some way to a further event is open, whatever its time. */
    boolean canGoOn(Partial partial, int through) {
        List<Offer> own = new ArrayList<>(partial.progress().offers(""));
        own.removeIf(offer -> partial.anyOnly() && offer.word() != Contiguity.ANY);
        if (own.stream().anyMatch(offer -> !isClosed(partial, offer, through))) {
            return true;
        }
        for (Progress.Shortened out : partial.waysOut()) {
            Partial rest = partial.with(out.rest());
            for (Offer offer : out.rest().offers("")) {
                if (!offer.isInside(out.run()) && offer.word() != Contiguity.ANY && !isClosed(rest, offer, through)) {
                    return true;
                }
            }
        }
        return false;
    }
}
