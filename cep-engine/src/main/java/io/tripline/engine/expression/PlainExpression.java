package io.tripline.engine.expression;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.CurrentField;
import io.tripline.dsl.plan.ExpressionPlan.StepField;
import io.tripline.engine.event.Event;
import io.tripline.engine.value.PlainValues;
import io.tripline.engine.value.Value;

/** An expression whose value is wanted as a plain object: for messages and other output. */
public interface PlainExpression {

    /** The value as {@link Event#valueAt} gives it, or null when it is missing. */
    Object valueOrNull(Scope scope);

    static PlainExpression of(ExpressionPlan plan, ExpressionCompiler compiler) {
        // Fields as they are, since only an event can read its own lists.
        if (plan instanceof CurrentField field) {
            return scope -> scope.event().valueAt(field.field());
        } else if (plan instanceof StepField field) {
            return scope -> {
                Event latest = scope.captures().latestOrNull(field.step());
                return latest == null ? null : latest.valueAt(field.field());
            };
        }
        Expression expression = compiler.expression(plan);
        Value value = new Value();
        return scope -> {
            expression.evaluate(scope, value);
            return value.isMissing() ? null : PlainValues.of(value, plan.type());
        };
    }
}
