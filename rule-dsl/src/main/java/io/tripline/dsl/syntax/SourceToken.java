package io.tripline.dsl.syntax;

/**
 * A word, sign, text or comment of a rule file, as it is written.
 *
 * @param startOffset first character, counted from 0 in UTF-16 code units
 * @param endOffset one past the last character
 */
public record SourceToken(Kind kind, String text, int startOffset, int endOffset) {

    public enum Kind {
        /** A word of the language; it may be used as a name all the same. */
        KEYWORD,
        NAME,
        NUMBER,
        DURATION,
        /** {@code 10:03}. */
        CLOCK,
        /** A text in quotes, closed or not. */
        TEXT,
        /** A piece of a message between its values, or one of its quotes. */
        MESSAGE,
        /** Brackets, operators, commas, and what is no part of the language. */
        SIGN,
        COMMENT
    }

    public boolean is(String written) {
        return text.equals(written);
    }

    public boolean isWord() {
        return kind == Kind.KEYWORD || kind == Kind.NAME;
    }
}
