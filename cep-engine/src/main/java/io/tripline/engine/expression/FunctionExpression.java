package io.tripline.engine.expression;

import io.tripline.engine.value.Value;
import java.util.List;

/** A function of values none of which may be missing: where one is, so is the result. */
final class FunctionExpression implements Expression {

    /** What is done with the values; the result may be written over the first of them. */
    interface Operation {
        void apply(Value[] arguments, Value into);
    }

    private final Expression[] expressions;
    private final Value[] arguments;
    private final Operation operation;

    FunctionExpression(List<Expression> expressions, Operation operation) {
        this.expressions = expressions.toArray(new Expression[0]);
        this.arguments = expressions.stream().map(argument -> new Value()).toArray(Value[]::new);
        this.operation = operation;
    }

    @Override
    public void evaluate(Scope scope, Value into) {
        for (int i = 0; i < arguments.length; i++) {
            expressions[i].evaluate(scope, arguments[i]);
            if (arguments[i].isMissing()) {
                into.setMissing();
                return;
            }
        }
        operation.apply(arguments, into);
    }
}
