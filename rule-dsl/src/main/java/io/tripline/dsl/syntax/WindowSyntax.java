package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * What stands behind {@code over}.
 *
 * @param ending how long ago it ends
 * @param beforeThis whether the current event is left out
 */
public record WindowSyntax(Extent extent, Optional<DurationValue> ending, boolean beforeThis, SourceSpan span)
        implements SyntaxNode {

    /** How far it reaches. */
    public sealed interface Extent {

        /** {@code 30d step 1h}. */
        record Sliding(DurationValue duration, Optional<DurationValue> step) implements Extent {}

        /** {@code last 20 events}. */
        record Last(int count, SourceSpan span) implements Extent {}
    }
}
