package io.tripline.engine.core;

import io.tripline.engine.expression.FeatureReadings;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.match.Matcher;
import io.tripline.engine.match.PartialMatch;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import io.tripline.engine.window.Feature;
import java.util.Arrays;

/**
 * Runs a rule over the events of a key, one by one: first the features take the event in, then the matcher looks at it,
 * then {@code once per} decides whether a match is reported.
 */
final class RuleRunner {

    private final Program program;
    private final Matcher matcher;
    private final long oncePerNanos;
    /** For each step and feature, whether the event selected last fits it by itself. */
    private final boolean[] fits;

    private final boolean[] taken;
    private TypeUse selectedUse;
    private boolean anyFits;
    private boolean anyTaken;
    private long droppedPartialMatches;

    RuleRunner(Program program, EngineLimits limits) {
        this.program = program;
        this.matcher = new Matcher(program, limits.partialMatchesPerKey());
        this.oncePerNanos = program.rule().oncePerNanos().orElse(Program.UNBOUNDED);
        this.fits = new boolean[program.steps().length];
        this.taken = new boolean[program.features().length];
    }

    boolean hasOncePer() {
        return oncePerNanos != Program.UNBOUNDED;
    }

    long droppedPartialMatches() {
        return droppedPartialMatches;
    }

    /** Looks at the event under test by itself: whether it can change anything for its key. */
    boolean select(TypeUse use, Scope scope) {
        if (selectedUse != use) {
            // Steps and features of another type keep no answer that was not theirs.
            Arrays.fill(fits, false);
            Arrays.fill(taken, false);
            selectedUse = use;
        }
        anyFits = false;
        for (int step : use.steps()) {
            boolean holds = program.steps()[step].own().holds(scope);
            fits[step] = holds;
            anyFits |= holds;
        }
        anyTaken = false;
        Feature[] features = program.features();
        for (int feature : use.features()) {
            boolean takes = features[feature].takes(scope);
            taken[feature] = takes;
            anyTaken |= takes;
        }
        return anyFits || anyTaken;
    }

    /** Whether the selected event can change anything for a key that nothing is known of. */
    boolean begins() {
        if (anyTaken) {
            return true;
        }
        for (Way start : program.starts()) {
            if (fits[start.step()]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves a key on by the event under test, which is the one selected last.
     *
     * @param counted whether partial matches that are dropped are counted; not where events are gone over again
     * @return the match to be reported, or null
     */
    PartialMatch advanceOrNull(RuleProgress progress, TypeUse use, Scope scope, boolean counted) {
        if (anyTaken) {
            for (int feature : use.features()) {
                if (taken[feature]) {
                    progress.windows().add(feature, scope);
                }
            }
        }
        if (!anyFits) {
            return null;
        }
        scope.showFeatures(progress.windows());
        PartialMatch match = matcher.advanceOrNull(progress.matches(), fits, scope);
        long dropped = matcher.dropOverLimit(progress.matches());
        droppedPartialMatches += counted ? dropped : 0;
        return match == null || isSilent(progress, scope.event().timeNanos()) ? null : match;
    }

    private boolean isSilent(RuleProgress progress, long timeNanos) {
        if (!hasOncePer()) {
            return false;
        }
        if (timeNanos <= progress.silentUntilNanos()) {
            return true;
        }
        progress.beSilentUntil(timeNanos + oncePerNanos);
        return false;
    }

    /** Ends what {@link #advanceOrNull} has shown the scope; the alert is written before. */
    static void hideFeatures(Scope scope) {
        scope.showFeatures(FeatureReadings.NONE);
    }
}
