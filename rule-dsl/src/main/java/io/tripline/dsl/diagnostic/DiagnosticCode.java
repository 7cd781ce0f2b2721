package io.tripline.dsl.diagnostic;

import java.util.Locale;

/** What kind of thing a diagnostic says. The names are stable: documentation and tools refer to them. */
public enum DiagnosticCode {
    /** The text does not have the form of the language. */
    SYNTAX,
    /** A text, a comment or a bracket that is opened and not closed. */
    NOT_CLOSED,
    /** An operator, quote or sign of another language. */
    FOREIGN_SIGN,
    /** A backslash in a text with a character behind it that means nothing. */
    BAD_ESCAPE,
    /** What begins like a number or a duration and is neither. */
    BAD_NUMBER,
    /** A number, a duration, a count or a time that is larger than there is room for. */
    OUT_OF_RANGE,
    /** Nested or written too long to be read. */
    TOO_LARGE,

    /** A name that is defined more than once. */
    DUPLICATE_NAME,
    /** A clause or a mark that stands more than once. */
    DUPLICATE_CLAUSE,
    /** A clause that has to be there. */
    MISSING_CLAUSE,
    /** A clause that has no meaning in this rule. */
    MISPLACED_CLAUSE,

    UNKNOWN_TYPE,
    UNKNOWN_MARK,
    /** An event type without a {@code @time} field. */
    MISSING_TIME,
    /** A mark on a field of the wrong type. */
    BAD_MARK,

    UNKNOWN_EVENT,
    UNKNOWN_TABLE,
    UNKNOWN_LIST,
    /** A word that is not a verdict of the decision. */
    UNKNOWN_VERDICT,
    UNKNOWN_FIELD,
    UNKNOWN_STEP,
    UNKNOWN_NAME,
    UNKNOWN_FUNCTION,
    UNKNOWN_SEVERITY,
    /** A word that is not among an enum's names. */
    UNKNOWN_ENUM_NAME,
    /** A key part that is not the same in every event type the rule looks at. */
    BAD_KEY,
    /** A step that is used before it has taken an event. */
    STEP_TOO_EARLY,

    WRONG_TYPE,
    /** A text that does not say what its place needs: a time, an address. */
    BAD_LITERAL,
    /** A function with too few, too many, or the wrong kind of arguments. */
    BAD_ARGUMENT,
    /** An aggregate over events that does not say over how long. */
    MISSING_WINDOW,
    /** A window on something that has none. */
    MISPLACED_WINDOW,

    /** A repetition that says nonsense. */
    BAD_REPETITION,
    /** A repetition that nothing bounds. */
    UNBOUNDED_REPETITION,
    /** An absence that nothing bounds. */
    UNBOUNDED_NEGATION,
    /** Brackets around steps that cannot be grouped like that. */
    BAD_GROUP,
    /** A match that no event is needed for. */
    EMPTY_MATCH,

    /** What the language says and the engine that is asked to run it cannot do. */
    NOT_RUNNABLE,

    /** Declarations that are made of each other in a circle; a warning where rules make each other fire. */
    CIRCULAR,

    /** Warning: an optional field is compared, and nothing says what happens when it is missing. */
    OPTIONAL_FIELD,
    /** Warning: a condition that is always true or always false. */
    CONSTANT_CONDITION,
    /** Warning: what a rule keeps grows without need. */
    GROWS,
    /** Warning: a last step that is optional is never taken, a branch of a decision never reached. */
    NEVER_TAKEN,
    /** Warning: conditions that no event can satisfy together. */
    NEVER_MATCHES,
    /** Warning: a rule that fires with another, always. */
    SUPERFLUOUS,
    /** Warning: a name that is declared and not used. */
    UNUSED_NAME;

    /** As it is printed and documented: {@code unknown-field}. */
    public String display() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
