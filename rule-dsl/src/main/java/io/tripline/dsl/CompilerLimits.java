package io.tripline.dsl;

import java.time.Duration;
import java.time.Instant;

/**
 * What a rule set may be at most. Each limit is far above what people write, and low enough that any text at all is
 * compiled in bounded time and space; past one there is an error that names it.
 *
 * @param fileCharacters length of one file in UTF-16 code units
 * @param nestingDepth brackets in brackets, and operators in operators
 * @param steps steps of one {@code match}
 * @param repetitions the highest count behind a step
 * @param keyParts fields behind {@code by}
 * @param fields fields of one event type
 * @param features different windows in one rule
 * @param diagnostics reported of one rule set; what comes after is left out
 * @param decimalDigits significant digits of a decimal
 * @param decimalScale digits after the point of a decimal
 * @param window the longest window, deadline or silence
 * @param earliest the first time an event may have
 * @param latest before this time an event must be
 */
public record CompilerLimits(
        int fileCharacters,
        int nestingDepth,
        int steps,
        int repetitions,
        int keyParts,
        int fields,
        int features,
        int diagnostics,
        int decimalDigits,
        int decimalScale,
        Duration window,
        Instant earliest,
        Instant latest) {

    /** The limits everything is compiled with. The last five follow from how the engine packs values. */
    public static final CompilerLimits DEFAULT = new CompilerLimits(
            1_000_000,
            200,
            50,
            10_000,
            8,
            500,
            100,
            1_000,
            17,
            18,
            Duration.ofDays(3_650),
            Instant.parse("1900-01-01T00:00:00Z"),
            Instant.parse("2200-01-01T00:00:00Z"));
}
