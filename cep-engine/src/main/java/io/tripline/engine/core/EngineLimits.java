package io.tripline.engine.core;

/**
 * What bounds an engine's memory.
 *
 * @param partialMatchesPerKey how many partial matches a rule may have for one key; past it the oldest are dropped
 * @param idleSourceInputs a source that has sent nothing among that many inputs is idle: it does not hold the watermark,
 *     behind which the past is kept to be put right by late events
 * @param windowsPerView how many windows of groups a view may keep; past it those kept for late events only are let go,
 *     the oldest first, then events that would begin another are left out of the view
 */
public record EngineLimits(int partialMatchesPerKey, long idleSourceInputs, int windowsPerView) {

    public static final EngineLimits DEFAULT = new EngineLimits(1_000, 100_000, 1_000_000);

    public EngineLimits {
        if (partialMatchesPerKey < 1 || idleSourceInputs < 1 || windowsPerView < 1) {
            throw new IllegalArgumentException(
                    "a limit of nothing: " + partialMatchesPerKey + ", " + idleSourceInputs + ", " + windowsPerView);
        }
    }

    /** The usual limits, but for these. */
    public EngineLimits(int partialMatchesPerKey, long idleSourceInputs) {
        this(partialMatchesPerKey, idleSourceInputs, DEFAULT.windowsPerView);
    }
}
