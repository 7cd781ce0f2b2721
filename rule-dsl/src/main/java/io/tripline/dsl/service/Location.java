package io.tripline.dsl.service;

import io.tripline.dsl.diagnostic.SourceSpan;

/** A piece of one of the files. */
public record Location(String file, Range range) {

    static Location of(SourceSpan span) {
        return new Location(span.file(), Range.of(span));
    }
}
