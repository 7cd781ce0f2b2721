package io.tripline.dsl.evolution;

import java.util.List;

/**
 * One difference between two rule sets.
 *
 * @param subject the name of the declaration that has changed
 * @param part the field, column or verdict of it that has; empty when it is about the whole
 * @param message what has changed, in a line
 * @param breaks names of the rules, views, decisions and tables that exist before and after and cannot go on with the
 *     state and the events they have, in alphabetical order; of what is kept elsewhere nothing is known
 */
public record Change(
        Kind kind, String subject, String part, Compatibility compatibility, String message, List<String> breaks) {

    /** Whether everything that exists goes on to work. */
    public enum Compatibility {
        /** Events, rows and entries that exist still fit, and so does who sends and reads them. */
        COMPATIBLE,
        /** Something that exists no longer fits. */
        BREAKING
    }

    /** What has happened to the subject. */
    public enum Kind {
        ADDED,
        REMOVED,
        /** A rule, view, decision or test that says something else. */
        EDITED,
        FIELD_ADDED,
        FIELD_REMOVED,
        /** A field, or the elements of a list, of another type. */
        TYPE_CHANGED,
        BECAME_REQUIRED,
        BECAME_OPTIONAL,
        /** What tells events, rows or alerts apart. */
        KEY_CHANGED,
        /** Which field is the id or the time of an event. */
        MARK_CHANGED,
        /** How late events may come, or when something expires. */
        TIME_LIMIT_CHANGED
    }

    public Change {
        breaks = List.copyOf(breaks);
    }

    public boolean isBreaking() {
        return compatibility == Compatibility.BREAKING;
    }
}
