package io.tripline.engine.core;

import io.tripline.engine.match.MatchReader;
import io.tripline.engine.match.MatchWriter;
import io.tripline.engine.match.PartialMatches;
import io.tripline.engine.program.Program;
import io.tripline.engine.window.FeatureWindows;
import io.tripline.engine.window.RuleFeatures;

/**
 * How far a rule has come with the events of one key. It is its windows and not only has them: every object on the way is
 * a place in memory to wait for.
 */
class RuleProgress extends FeatureWindows {

    private PartialMatches matches;
    private long silentUntilNanos;

    RuleProgress(Program program, RuleFeatures features) {
        super(features);
        this.matches = program.matchesSingleEvents() ? PartialMatches.NONE : new PartialMatches(program);
        this.silentUntilNanos = Long.MIN_VALUE;
    }

    private RuleProgress(RuleProgress other) {
        super(other);
        this.matches = other.matches.copy();
        this.silentUntilNanos = other.silentUntilNanos;
    }

    RuleProgress copy() {
        return new RuleProgress(this);
    }

    /** Becomes what another is, which is not to be used any more. */
    void become(RuleProgress other) {
        takeWindowsOf(other);
        matches = other.matches;
        silentUntilNanos = other.silentUntilNanos;
    }

    PartialMatches matches() {
        return matches;
    }

    /** Matches up to this time, and with just this time, are not reported. */
    long silentUntilNanos() {
        return silentUntilNanos;
    }

    void beSilentUntil(long nanos) {
        silentUntilNanos = nanos;
    }

    /** Writes it, to a writer that knows what was written of the same key. */
    void writeState(RuleFeatures features, MatchWriter out) {
        features.writeState(this, out.state());
        matches.writeState(out);
        out.state().signed(silentUntilNanos);
    }

    /** A new one becomes what was written. */
    void readState(RuleFeatures features, Program program, MatchReader in) {
        features.readState(this, in.state());
        matches.readState(program, in);
        silentUntilNanos = in.state().signed();
    }
}
