package io.tripline.engine.expression;

import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.util.List;

/** The smallest or the largest of the values that are not missing. */
final class ExtremeExpression implements Expression {

    private final Expression[] expressions;
    private final ValueKind kind;
    private final boolean smallest;
    private final Value value = new Value();

    ExtremeExpression(List<Expression> expressions, ValueKind kind, boolean smallest) {
        this.expressions = expressions.toArray(new Expression[0]);
        this.kind = kind;
        this.smallest = smallest;
    }

    @Override
    public void evaluate(Scope scope, Value into) {
        into.setMissing();
        for (Expression expression : expressions) {
            expression.evaluate(scope, value);
            boolean better = !value.isMissing() && (into.isMissing() || value.compareTo(into, kind) < 0 == smallest);
            if (better) {
                into.setKept(value.slot(), value.keptOrNull(kind));
            }
        }
    }
}
