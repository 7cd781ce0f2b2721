package io.tripline.dsl.service;

/**
 * What a name can mean.
 *
 * @param owner what it belongs to: the event type of a field, {@code Type.field} of an enum's name, the rule of a step;
 *     empty for what is known in the whole rule set
 */
record Symbol(Kind kind, String owner, String name) {

    enum Kind {
        EVENT("event type"),
        TABLE("table"),
        VIEW("view"),
        LIST("list"),
        LET("let"),
        RULE("rule"),
        DECISION("decision"),
        FIELD("field"),
        ENUM_NAME("name of an enum"),
        STEP("step"),
        KEY("part of the key"),
        FUNCTION("function"),
        TYPE("type"),
        SEVERITY("severity");

        private final String display;

        Kind(String display) {
            this.display = display;
        }

        /** What people call it. */
        String display() {
            return display;
        }
    }

    static Symbol of(Kind kind, String name) {
        return new Symbol(kind, "", name);
    }

    /** Whether a rule file declares it, and so can call it something else. */
    boolean declared() {
        return switch (kind) {
            case FUNCTION, TYPE, SEVERITY -> false;
            default -> true;
        };
    }

    /** Whether it is known in the whole rule set, in which a name is declared once. */
    boolean global() {
        return switch (kind) {
            case EVENT, TABLE, VIEW, LIST, LET, RULE, DECISION -> true;
            default -> false;
        };
    }
}
