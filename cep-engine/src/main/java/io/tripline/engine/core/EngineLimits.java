package io.tripline.engine.core;

/**
 * What bounds an engine's memory.
 *
 * @param partialMatchesPerKey how many partial matches a rule may have for one key; past it the oldest are dropped.
 *     Of a pattern whose partial matches are kept all at once (steps that follow each other by {@code then any} and look at
 *     their own event only) ten times as many events are kept, and past it those with which the oldest start; and one
 *     event completes at most so many matches, those that started last
 * @param partialMatchesPerRule how many it may have in all; past it the oldest are dropped, whosever they are. The keys are
 *     split into 256 parts by their hash, each with its share of the limit and with room for one key at least
 * @param idleSourceInputs a source that has sent nothing among that many inputs is idle: it does not hold the watermark,
 *     behind which the past is kept to be put right by late events
 * @param windowsPerView how many windows of groups a view may keep; past it those kept for late events only are let go,
 *     the oldest first, then events that would begin another are left out of the view
 * @param derivedEventsPerInput how many events rules may make because of one input
 * @param derivedGenerations how far such an event may descend from the input: what rules make of it is one further
 */
public record EngineLimits(
        int partialMatchesPerKey,
        int partialMatchesPerRule,
        long idleSourceInputs,
        int windowsPerView,
        int derivedEventsPerInput,
        int derivedGenerations) {

    public static final EngineLimits DEFAULT = new EngineLimits(1_000, 1_000_000, 100_000, 1_000_000, 1_000, 16);

    public EngineLimits {
        if (partialMatchesPerKey < 1
                || partialMatchesPerRule < 1
                || idleSourceInputs < 1
                || windowsPerView < 1
                || derivedEventsPerInput < 1
                || derivedGenerations < 1) {
            throw new IllegalArgumentException("a limit of an engine is less than 1");
        }
    }

    /** These limits with others on the partial matches of a key, and of a rule in all. */
    public EngineLimits withPartialMatches(int perKey, int perRule) {
        return new EngineLimits(
                perKey, perRule, idleSourceInputs, windowsPerView, derivedEventsPerInput, derivedGenerations);
    }

    /** These limits with another one on the silence of sources. */
    public EngineLimits withIdleSourceInputs(long inputs) {
        return new EngineLimits(
                partialMatchesPerKey,
                partialMatchesPerRule,
                inputs,
                windowsPerView,
                derivedEventsPerInput,
                derivedGenerations);
    }

    /** These limits with another one on the windows of a view. */
    public EngineLimits withWindowsPerView(int windows) {
        return new EngineLimits(
                partialMatchesPerKey,
                partialMatchesPerRule,
                idleSourceInputs,
                windows,
                derivedEventsPerInput,
                derivedGenerations);
    }
}
