package io.tripline.dsl.plan;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a rule says when it fires.
 *
 * @param message its text
 * @param oncePerNanos after an alert at time t the same key stays silent for matches at a time {@code <= t + oncePer}
 */
public record AlertPlan(List<MessagePart> message, OptionalLong oncePerNanos) {

    /** A piece of a message template. */
    public sealed interface MessagePart {

        record Text(String text) implements MessagePart {}

        /** Rendered as the language reference says for its type; missing as {@code –}. */
        record Value(ExpressionPlan expression) implements MessagePart {}
    }

    public AlertPlan {
        message = List.copyOf(message);
    }
}
