package io.tripline.dsl.service;

import java.util.List;

/**
 * Something that a file declares.
 *
 * @param name of a test the title
 * @param detail a title or a type; may be empty
 * @param range all of it
 * @param nameRange its name alone
 */
public record OutlineItem(
        String name, Kind kind, String detail, Range range, Range nameRange, List<OutlineItem> children) {

    public enum Kind {
        EVENT,
        TABLE,
        LIST,
        LET,
        VIEW,
        RULE,
        DECISION,
        TEST,
        FIELD,
        STEP
    }

    public OutlineItem {
        children = List.copyOf(children);
    }
}
