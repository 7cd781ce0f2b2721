package io.tripline.engine.window;

import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.FeaturePlan.Window.Last;
import io.tripline.dsl.plan.FeaturePlan.Window.Sliding;
import io.tripline.engine.aggregate.ExactSum;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Condition;
import io.tripline.engine.expression.Expression;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.expression.PlainExpression;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A feature of a rule: which events go into its windows, and what of them. */
public final class Feature {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final AggregateFunction function;
    private final String event;
    private final Condition filter;
    private final Expression argumentOrNull;
    private final ValueKind kind;
    private final FeaturePlan plan;
    private final Reach reach;
    private final List<PlainExpression> ownKeyValues;
    private final Value value = new Value();

    public Feature(FeaturePlan plan, ExpressionCompiler compiler) {
        this.function = plan.function();
        this.event = plan.source().event();
        this.filter = compiler.condition(plan.source().condition());
        this.argumentOrNull = plan.argument().map(compiler::expression).orElse(null);
        this.kind =
                plan.argument().map(argument -> ValueKind.of(argument.type())).orElse(ValueKind.WHOLE);
        this.plan = plan;
        this.reach = Reach.of(plan.window());
        this.ownKeyValues = plan.ownKey().stream()
                .flatMap(key -> key.parts().stream())
                .map(part -> PlainExpression.of(part.value(), compiler))
                .toList();
    }

    /** The name of the event type it looks at. */
    public String event() {
        return event;
    }

    /** What it asks of an event, as it was planned. */
    public Optional<ExpressionPlan> condition() {
        return plan.source().condition();
    }

    /** Whether its windows are not those of the rule's key. */
    public boolean hasOwnKey() {
        return plan.ownKey().isPresent();
    }

    /** The own key of an event that goes into a window, or null where a part of it is missing. */
    Object ownKeyOfOrNull(Event event) {
        Object[] parts = new Object[ownKeyValues.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = event.valueAt(plan.ownKey().orElseThrow().parts().get(i).field());
        }
        return keyOrNull(parts);
    }

    /** The own key that the event under test asks for, or null where a part of it is missing. */
    Object ownKeyAskedForOrNull(Scope scope) {
        Object[] parts = new Object[ownKeyValues.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = ownKeyValues.get(i).valueOrNull(scope);
        }
        return keyOrNull(parts);
    }

    private static Object keyOrNull(Object[] parts) {
        for (Object part : parts) {
            if (part == null) {
                return null;
            }
        }
        return parts.length == 1 ? parts[0] : List.of(parts);
    }

    /** What its value is. */
    public ValueKind resultKind() {
        return ValueKind.of(plan.type());
    }

    /** How long after its time an event may still count. */
    public long reachNanos() {
        return reach.total();
    }

    /** Whether the event under test, which is of its type, goes into the window. */
    public boolean takes(Scope scope) {
        return filter.holds(scope);
    }

    /** The kind of what goes into the window. */
    ValueKind kind() {
        return kind;
    }

    Reach reach() {
        return reach;
    }

    /** What goes into the window for the event under test; valid until the next call. */
    Value valueOf(Scope scope) {
        if (argumentOrNull == null) {
            value.setSlot(0);
        } else {
            argumentOrNull.evaluate(scope, value);
        }
        return value;
    }

    /** Puts the event under test, whose value is given, into a window. */
    void put(Scope scope, Value put, SlidingWindow window) {
        if (window instanceof BeforeWindow before) {
            before.hold(scope.event(), put);
        } else if (put.isMissing()) {
            window.addMissing();
        } else {
            window.expireBefore(reach.oldest(scope.event().timeNanos()));
            window.add(scope.event().timeNanos(), put);
        }
    }

    /** The value of a window at the event under test, whose time is not before those of the entries. */
    void read(SlidingWindow window, Scope scope, Value into) {
        long timeNanos = scope.event().timeNanos();
        if (window instanceof BeforeWindow before) {
            before.show(scope.event());
        }
        window.admitThrough(reach.newest(timeNanos));
        window.expireBefore(reach.oldest(timeNanos));
        window.read(into);
    }

    /** How its window lies beside others, if it can. */
    SmallKind smallKind() {
        boolean plain = plan.window() instanceof Sliding sliding && sliding.endingAgoNanos() == 0 && !plan.beforeThis();
        boolean exact = kind == ValueKind.WHOLE || kind == ValueKind.DECIMAL;
        if (!plain) {
            return SmallKind.NONE;
        }
        return switch (function) {
            case COUNT -> SmallKind.COUNT;
            case SUM -> exact ? SmallKind.SUM : SmallKind.NONE;
            case AVG -> exact ? SmallKind.AVERAGE : SmallKind.NONE;
            case DISTINCT, APPROX_DISTINCT -> SmallKind.DISTINCT;
            default -> SmallKind.NONE;
        };
    }

    SlidingWindow newWindow() {
        SlidingWindow window = newContent();
        if (plan.window() instanceof Last last) {
            window = new LatestWindow(window, last.events());
        } else if (((Sliding) plan.window()).endingAgoNanos() > 0) {
            window = new EndingWindow(window, kind);
        }
        return plan.beforeThis() ? new BeforeWindow(window, kind) : window;
    }

    private SlidingWindow newContent() {
        return switch (function) {
            case COUNT -> new CountWindow();
            case SUM -> new SumWindow(new ExactSum(kind), false);
            case AVG -> new SumWindow(new ExactSum(kind), true);
            case MIN -> new ExtremeWindow(kind, true);
            case MAX -> new ExtremeWindow(kind, false);
            case STDDEV -> new DeviationWindow(kind);
            case DISTINCT, APPROX_DISTINCT -> new DistinctWindow(kind);
            case FIRST -> new FirstWindow(kind);
            case LAST -> new LastWindow(kind);
            case MEDIAN -> new QuantileWindow(kind, HALF);
            case QUANTILE -> new QuantileWindow(kind, plan.parameter().orElseThrow());
            case TOP -> new TopWindow(kind, plan.parameter().orElseThrow().intValueExact());
        };
    }
}
