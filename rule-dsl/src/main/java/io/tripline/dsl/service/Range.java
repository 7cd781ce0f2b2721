package io.tripline.dsl.service;

import io.tripline.dsl.diagnostic.SourceSpan;

/** A piece of a file, from one place to before another. */
public record Range(Position start, Position end) {

    public static Range of(SourceSpan span) {
        return new Range(
                new Position(span.startLine() - 1, span.startColumn() - 1),
                new Position(span.endLine() - 1, span.endColumn() - 1));
    }

    public static Range at(Position place) {
        return new Range(place, place);
    }
}
