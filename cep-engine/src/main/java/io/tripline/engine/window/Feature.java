package io.tripline.engine.window;

import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.FeaturePlan.Window.Sliding;
import io.tripline.engine.aggregate.ExactSum;
import io.tripline.engine.expression.Condition;
import io.tripline.engine.expression.Expression;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** A feature of a rule: which events go into its windows, and what of them. */
public final class Feature {

    private final AggregateFunction function;
    private final String event;
    private final Condition filter;
    private final Expression argumentOrNull;
    private final ValueKind kind;
    private final long windowNanos;
    private final Value value = new Value();

    public Feature(FeaturePlan plan, ExpressionCompiler compiler) {
        this.function = plan.function();
        this.event = plan.source().event();
        this.filter = compiler.condition(plan.source().condition());
        this.argumentOrNull = plan.argument().map(compiler::expression).orElse(null);
        this.kind =
                plan.argument().map(argument -> ValueKind.of(argument.type())).orElse(ValueKind.WHOLE);
        this.windowNanos = ((Sliding) plan.window()).nanos();
    }

    /** The name of the event type it looks at. */
    public String event() {
        return event;
    }

    public long windowNanos() {
        return windowNanos;
    }

    /** Whether the event under test, which is of its type, goes into the window. */
    public boolean takes(Scope scope) {
        return filter.holds(scope);
    }

    /** Puts the event under test into the window, unless the argument is missing. */
    void add(Scope scope, SlidingWindow window) {
        if (argumentOrNull != null) {
            argumentOrNull.evaluate(scope, value);
            if (value.isMissing()) {
                return;
            }
        }
        long time = scope.event().timeNanos();
        window.expireBefore(time - windowNanos);
        window.add(time, value);
    }

    /** The value at a time, which is not before the times of the entries. */
    void read(SlidingWindow window, long atNanos, Value into) {
        window.expireBefore(atNanos - windowNanos);
        window.read(into);
    }

    SlidingWindow newWindow() {
        return switch (function) {
            case COUNT -> new CountWindow();
            case SUM -> new SumWindow(new ExactSum(kind), false);
            case AVG -> new SumWindow(new ExactSum(kind), true);
            case MIN -> new ExtremeWindow(kind, true);
            case MAX -> new ExtremeWindow(kind, false);
            case DISTINCT -> new DistinctWindow(kind);
            default -> throw new IllegalArgumentException(function + " over a window cannot be run");
        };
    }
}
