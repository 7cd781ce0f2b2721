package io.tripline.engine.core;

import io.tripline.engine.expression.FeatureReadings;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.match.EventFits;
import io.tripline.engine.match.Finding;
import io.tripline.engine.match.Matcher;
import io.tripline.engine.program.Ban;
import io.tripline.engine.program.Filter;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import io.tripline.engine.window.RuleFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a rule over the events of a key, one by one: first the features take the event in, then the matcher looks at it,
 * then {@code once per} decides whether a match is reported.
 */
final class RuleRunner {

    private final Program program;
    private final OwnKeys ownKeys;
    private final Matcher matcher;
    private final RuleFeatures features;
    private final long oncePerNanos;
    /** What the event selected last is by itself. */
    private final EventFits fits;

    private final boolean[] taken;
    private final List<Finding> found = new ArrayList<>();
    private TypeUse selectedUse;
    private boolean anyFits;
    private boolean anyTaken;
    private long droppedPartialMatches;

    RuleRunner(Program program, OwnKeys ownKeys, EngineLimits limits) {
        this.program = program;
        this.ownKeys = ownKeys;
        this.matcher = new Matcher(program, limits.partialMatchesPerKey());
        this.features = new RuleFeatures(program.features());
        this.oncePerNanos = program.rule().oncePerNanos().orElse(Program.UNBOUNDED);
        this.fits = new EventFits(program);
        this.taken = new boolean[program.features().length];
    }

    RuleFeatures features() {
        return features;
    }

    boolean hasOncePer() {
        return oncePerNanos != Program.UNBOUNDED;
    }

    long droppedPartialMatches() {
        return droppedPartialMatches;
    }

    void setDroppedPartialMatches(long count) {
        droppedPartialMatches = count;
    }

    /** Looks at the event under test by itself: whether it can change anything for its key. */
    boolean select(TypeUse use, Scope scope) {
        if (selectedUse != use) {
            // Steps and features of another type keep no answer that was not theirs.
            Arrays.fill(fits.steps(), false);
            Arrays.fill(fits.filters(), false);
            Arrays.fill(taken, false);
            fits.setNamed(use.isNamed());
            selectedUse = use;
        }
        anyFits = use.isNamed() && program.seesEveryNamedEvent();
        if (use.stepIndexOrNull() == null) {
            for (int step : use.steps()) {
                boolean holds = program.steps()[step].own().holds(scope);
                fits.steps()[step] = holds;
                anyFits |= holds;
            }
        } else {
            selectByIndex(use, scope);
        }
        for (int filter : use.filters()) {
            boolean holds = program.filters()[filter].own().holds(scope);
            fits.filters()[filter] = holds;
            anyFits |= holds;
        }
        anyTaken = false;
        for (int feature : use.features()) {
            boolean takes = program.features()[feature].takes(scope);
            taken[feature] = takes;
            anyTaken |= takes;
        }
        return anyFits || anyTaken;
    }

    private void selectByIndex(TypeUse use, Scope scope) {
        for (int step : use.steps()) {
            fits.steps()[step] = false;
        }
        int found = use.stepIndexOrNull().find(scope);
        for (int i = 0; i < found; i++) {
            fits.steps()[use.steps()[use.stepIndexOrNull().found()[i]]] = true;
        }
        anyFits |= found > 0;
    }

    /** Whether the selected event can change anything for a key that nothing is known of. */
    boolean begins() {
        if (anyTaken) {
            return true;
        }
        for (Way start : program.starts()) {
            if (fits.steps()[start.step()]) {
                return true;
            }
        }
        for (Ban ban : program.leading()) {
            for (Filter filter : ban.forbidden()) {
                if (fits.filters()[filter.number()]) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Moves a key on by the event under test, which is the one selected last, and by the time before it.
     *
     * @param counted whether partial matches that are dropped are counted; not where events are gone over again
     * @return the matches to be reported, until the next call; most often none. Those that {@code once per} keeps quiet
     *     are among them where they score
     */
    List<Finding> advance(RuleProgress progress, TypeUse use, Scope scope, boolean counted) {
        found.clear();
        if (program.isDelayed()) {
            matcher.passTime(progress.matches(), scope.event().timeNanos(), found);
        }
        if (anyTaken) {
            for (int feature : use.features()) {
                if (taken[feature]) {
                    features.add(progress, feature, scope);
                }
            }
        }
        if (anyFits) {
            FeatureReadings ofRuleKey = features.of(progress);
            scope.showFeatures(ownKeys.isEmpty() ? ofRuleKey : ownKeys.beside(ofRuleKey));
            matcher.advance(progress.matches(), fits, scope, found);
            long dropped = matcher.dropOverLimit(progress.matches());
            droppedPartialMatches += counted ? dropped : 0;
        }
        return reported(progress);
    }

    /** Moves a key on by time alone: it has passed everything before. */
    List<Finding> passTime(RuleProgress progress, long beforeNanos) {
        found.clear();
        matcher.passTime(progress.matches(), beforeNanos, found);
        return reported(progress);
    }

    /** The earliest time whose passing completes a match of the key; {@link Long#MAX_VALUE} when there is none. */
    long nextMomentNanos(RuleProgress progress) {
        return matcher.nextMomentNanos(progress.matches());
    }

    private List<Finding> reported(RuleProgress progress) {
        if (hasOncePer() && !found.isEmpty()) {
            if (program.actions().scores()) {
                found.replaceAll(finding -> isSilent(progress, finding.atNanos()) ? finding.silenced() : finding);
            } else {
                found.removeIf(finding -> isSilent(progress, finding.atNanos()));
            }
        }
        return found;
    }

    private boolean isSilent(RuleProgress progress, long timeNanos) {
        if (timeNanos <= progress.silentUntilNanos()) {
            return true;
        }
        progress.beSilentUntil(timeNanos + oncePerNanos);
        return false;
    }

    /** Ends what {@link #advance} has shown the scope; the alerts are written before. */
    static void hideFeatures(Scope scope) {
        scope.showFeatures(FeatureReadings.NONE);
    }
}
