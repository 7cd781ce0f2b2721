package io.tripline.engine.program;

import io.tripline.dsl.plan.ActionPlan.MessagePart;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.expression.PlainExpression;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.value.ValueText;
import java.util.ArrayList;
import java.util.List;

/** The text of an alert, with its values filled in when it fires. */
final class Message {

    private interface Part {
        String text(Scope scope);
    }

    private final List<Part> parts = new ArrayList<>();

    Message(List<MessagePart> plan, ExpressionCompiler compiler) {
        for (MessagePart part : plan) {
            if (part instanceof MessagePart.Text text) {
                parts.add(scope -> text.text());
            } else if (part instanceof MessagePart.Value value) {
                PlainExpression expression = PlainExpression.of(value.expression(), compiler);
                parts.add(scope -> ValueText.of(expression.valueOrNull(scope)));
            }
        }
    }

    String render(Scope scope) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text(scope)));
        return text.toString();
    }
}
