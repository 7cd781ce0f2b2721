package io.tripline.engine.core;

/**
 * What bounds an engine's memory.
 *
 * @param partialMatchesPerKey how many partial matches a rule may have for one key; past it the oldest are dropped
 * @param idleSourceInputs a source that has sent nothing among that many inputs is idle: it does not hold the watermark,
 *     behind which the past is kept to be put right by late events
 */
public record EngineLimits(int partialMatchesPerKey, long idleSourceInputs) {

    public static final EngineLimits DEFAULT = new EngineLimits(1_000, 100_000);

    public EngineLimits {
        if (partialMatchesPerKey < 1 || idleSourceInputs < 1) {
            throw new IllegalArgumentException("a limit of nothing: " + partialMatchesPerKey + ", " + idleSourceInputs);
        }
    }
}
