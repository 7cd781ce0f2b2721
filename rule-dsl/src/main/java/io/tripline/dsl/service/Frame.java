package io.tripline.dsl.service;

import io.tripline.dsl.syntax.SourceToken;
import java.util.List;

/**
 * A bracket that is open.
 *
 * @param index of its token
 * @param before index of the token before it; -1 when there is none
 */
record Frame(Kind kind, int index, int before) {

    enum Kind {
        /** {@code rule r { … }}. */
        BODY,
        /** {@code { field: value }}. */
        RECORD,
        /** {@code {3,5}}. */
        COUNT,
        /** A value in a message. */
        VALUE,
        /** {@code count( … )}. */
        CALL,
        /** Any other round bracket. */
        GROUP,
        /** {@code Event[ … ]}, {@code Table[ … ]}. */
        FILTER,
        /** {@code [a, b]}. */
        LIST
    }

    /** @param depth how many brackets are open already */
    static Frame of(List<SourceToken> words, int index, int depth) {
        int before = index - 1;
        boolean named = before >= 0
                && words.get(before).isWord()
                && words.get(before).endOffset() == words.get(index).startOffset();
        Kind kind =
                switch (words.get(index).text()) {
                    case "(" -> named ? Kind.CALL : Kind.GROUP;
                    case "[" -> named ? Kind.FILTER : Kind.LIST;
                    default -> brace(words, index, depth);
                };
        return new Frame(kind, index, before);
    }

    private static Kind brace(List<SourceToken> words, int index, int depth) {
        if (index > 0 && words.get(index - 1).kind() == SourceToken.Kind.MESSAGE) {
            return Kind.VALUE;
        }
        if (depth == 0) {
            return Kind.BODY;
        }
        boolean count = index + 1 < words.size() && words.get(index + 1).kind() == SourceToken.Kind.NUMBER;
        return count ? Kind.COUNT : Kind.RECORD;
    }
}
