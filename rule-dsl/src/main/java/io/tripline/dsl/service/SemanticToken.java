package io.tripline.dsl.service;

/**
 * A word and what kind of thing it is, for colouring. It never spans lines.
 *
 * @param length in UTF-16 code units
 */
public record SemanticToken(Position start, int length, Kind kind, boolean declares) {

    public enum Kind {
        KEYWORD,
        TYPE,
        EVENT,
        FIELD,
        STEP,
        NAMED,
        FUNCTION,
        ENUM_NAME,
        NUMBER,
        TEXT,
        OPERATOR,
        COMMENT
    }
}
