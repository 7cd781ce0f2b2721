package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** {@code score}: what the rules that fired on the event have scored together. */
final class TotalScoreExpression implements Expression {

    @Override
    public void evaluate(Scope scope, Value into) {
        into.setDecimal(scope.totalScore());
    }
}
