package io.tripline.engine.core;

import io.tripline.engine.match.PartialMatches;
import io.tripline.engine.program.Program;
import io.tripline.engine.window.FeatureWindows;

/** How far a rule has come with the events of one key. */
final class RuleProgress {

    private final FeatureWindows windows;
    private final PartialMatches matches;
    private long silentUntilNanos;

    RuleProgress(Program program) {
        this(
                new FeatureWindows(program.features()),
                program.matchesSingleEvents() ? PartialMatches.NONE : new PartialMatches(program),
                Long.MIN_VALUE);
    }

    private RuleProgress(FeatureWindows windows, PartialMatches matches, long silentUntilNanos) {
        this.windows = windows;
        this.matches = matches;
        this.silentUntilNanos = silentUntilNanos;
    }

    RuleProgress copy() {
        return new RuleProgress(windows.copy(), matches.copy(), silentUntilNanos);
    }

    FeatureWindows windows() {
        return windows;
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
}
