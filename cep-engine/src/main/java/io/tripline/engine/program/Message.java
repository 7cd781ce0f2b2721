package io.tripline.engine.program;

import io.tripline.dsl.plan.ActionPlan.MessagePart;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.CurrentField;
import io.tripline.dsl.plan.ExpressionPlan.StepField;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Expression;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.value.PlainValues;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueText;
import java.util.ArrayList;
import java.util.List;

/** The text of an alert, with its values filled in when it fires. */
public final class Message {

    private interface Part {
        String text(Scope scope);
    }

    private final List<Part> parts = new ArrayList<>();
    private final boolean seesFeatures;

    Message(List<MessagePart> plan, ExpressionCompiler compiler) {
        seesFeatures = plan.stream()
                .anyMatch(part -> part instanceof MessagePart.Value value && seesFeatures(value.expression()));
        for (MessagePart part : plan) {
            if (part instanceof MessagePart.Text text) {
                parts.add(scope -> text.text());
            } else if (part instanceof MessagePart.Value value) {
                parts.add(part(value.expression(), compiler));
            }
        }
    }

    private static boolean seesFeatures(ExpressionPlan plan) {
        return plan instanceof ExpressionPlan.Feature
                || plan.operands().stream().anyMatch(Message::seesFeatures);
    }

    /** Whether it shows windows. */
    boolean seesFeatures() {
        return seesFeatures;
    }

    public String render(Scope scope) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text(scope)));
        return text.toString();
    }

    private static Part part(ExpressionPlan plan, ExpressionCompiler compiler) {
        // Fields as they are, since only an event can read its own lists.
        if (plan instanceof CurrentField field) {
            return scope -> ValueText.of(scope.event().valueAt(field.field()));
        } else if (plan instanceof StepField field) {
            return scope -> {
                Event latest = scope.captures().latestOrNull(field.step());
                return ValueText.of(latest == null ? null : latest.valueAt(field.field()));
            };
        }
        Expression expression = compiler.expression(plan);
        Value value = new Value();
        return scope -> {
            expression.evaluate(scope, value);
            return ValueText.of(value.isMissing() ? null : PlainValues.of(value, plan.type()));
        };
    }
}
