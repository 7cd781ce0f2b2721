package io.tripline.engine.program;

import io.tripline.dsl.plan.ActionPlan.MessagePart;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.CurrentField;
import io.tripline.dsl.plan.ExpressionPlan.StepField;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.IpAddresses;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.expression.Expression;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The text of an alert, with its values filled in when it fires. */
public final class Message {

    private interface Part {
        String text(Scope scope);
    }

    private final List<Part> parts = new ArrayList<>();

    Message(List<MessagePart> plan, ExpressionCompiler compiler) {
        for (MessagePart part : plan) {
            if (part instanceof MessagePart.Text text) {
                parts.add(scope -> text.text());
            } else if (part instanceof MessagePart.Value value) {
                parts.add(part(value.expression(), compiler));
            }
        }
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
            return ValueText.of(plainOrNull(value, plan.type()));
        };
    }

    private static Object plainOrNull(Value value, FieldType type) {
        if (value.isMissing()) {
            return null;
        } else if (type instanceof EnumType names) {
            return names.names().get((int) value.slot());
        } else if (!(type instanceof Scalar scalar)) {
            throw new IllegalArgumentException("no value of a rule's own has the type " + type.display());
        } else {
            return switch (scalar) {
                case INT -> value.slot();
                case DECIMAL -> value.asDecimal();
                case FLOAT -> value.asDouble();
                case BOOL -> value.slot() != 0;
                case TIMESTAMP -> Nanos.toInstant(value.slot());
                case DURATION -> Duration.ofNanos(value.slot());
                case STRING -> new String(value.copyBytes(), StandardCharsets.UTF_8);
                case IP -> address(value.copyBytes());
                case GEO -> throw new IllegalArgumentException("no value of a rule's own is a position");
            };
        }
    }

    private static String address(byte[] bytes) {
        return IpAddresses.format(bytes, 0, bytes.length);
    }
}
