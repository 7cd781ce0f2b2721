package io.tripline.dsl.service;

import io.tripline.dsl.diagnostic.SourceSpan;

/**
 * A name in a text, and what it means there. A name that means several things at once, as a part of a key does that is a
 * field of two event types, occurs once for each.
 */
record Occurrence(SourceSpan span, Symbol symbol, boolean declares) {

    boolean covers(int offset) {
        return span.startOffset() <= offset && offset <= span.endOffset();
    }
}
