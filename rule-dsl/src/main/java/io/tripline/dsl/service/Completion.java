package io.tripline.dsl.service;

/**
 * Something that can be written at the cursor.
 *
 * @param label what is written
 * @param detail a type, or how it is used; may be empty
 * @param documentation in Markdown; may be empty
 */
public record Completion(String label, Kind kind, String detail, String documentation) {

    public enum Kind {
        KEYWORD,
        EVENT,
        TABLE,
        VIEW,
        LIST,
        LET,
        RULE,
        FIELD,
        STEP,
        FUNCTION,
        TYPE,
        /** A severity, a name of an enum, a duration. */
        VALUE
    }
}
