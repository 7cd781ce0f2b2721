package io.tripline.engine.view;

import io.tripline.dsl.plan.ViewPlan;
import io.tripline.engine.aggregate.Tally;
import io.tripline.engine.expression.Expression;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** One aggregate of a view. */
final class ViewAggregate {

    private final ViewPlan.Aggregate plan;
    private final ValueKind kind;
    private final Expression argumentOrNull;
    private final Value value = new Value();

    ViewAggregate(ViewPlan.Aggregate plan, ExpressionCompiler compiler) {
        this.plan = plan;
        this.kind =
                plan.argument().map(argument -> ValueKind.of(argument.type())).orElse(ValueKind.WHOLE);
        this.argumentOrNull = plan.argument().map(compiler::expression).orElse(null);
    }

    Tally none() {
        return Tally.none(plan.function(), kind, plan.parameter());
    }

    /** Takes the event under test in; where the argument is missing it counts for nothing. */
    void add(Scope scope, Tally tally) {
        if (argumentOrNull == null) {
            value.setSlot(0);
        } else {
            argumentOrNull.evaluate(scope, value);
        }
        if (!value.isMissing()) {
            tally.add(value, scope.event().timeNanos(), scope.event().sequence());
        }
    }
}
