package io.tripline.dsl.plan;

import java.util.List;
import java.util.OptionalLong;

/** What a rule does when it fires. */
public sealed interface ActionPlan {

    /** Raises an alert with this message. */
    record Alert(List<MessagePart> message) implements ActionPlan {
        public Alert {
            message = List.copyOf(message);
        }
    }

    /** A piece of a message template. */
    sealed interface MessagePart {

        record Text(String text) implements MessagePart {}

        /** Rendered as the language reference says for its type; missing as {@code –}. */
        record Value(ExpressionPlan expression) implements MessagePart {}
    }

    /**
     * Makes an event, which rules can match.
     *
     * @param event the name of its type
     * @param values by field; fields not named are missing, and a time field not named is the alert's {@code at}
     */
    record Emit(String event, List<FieldValue> values) implements ActionPlan {
        public Emit {
            values = List.copyOf(values);
        }
    }

    record FieldValue(int field, ExpressionPlan value) {}

    /**
     * Puts a value on a list, for as long as is said, else for as long as the list says; nothing when it is missing.
     */
    record AddToList(String list, ExpressionPlan value, OptionalLong forNanos) implements ActionPlan {}

    record RemoveFromList(String list, ExpressionPlan value) implements ActionPlan {}

    /** Counts for the decisions on the event that completed the match; a missing score is 0. Never silenced. */
    record Score(ExpressionPlan points) implements ActionPlan {}
}
