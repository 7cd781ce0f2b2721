package io.tripline.engine.view;

import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.plan.ViewPlan.Window;
import io.tripline.engine.expression.Condition;
import io.tripline.engine.expression.Expression;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.value.ValueKind;
import io.tripline.engine.window.Feature;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A view ready to run. It holds the places for what it computes: for one thread at a time. */
public final class ViewProgram {

    private final ViewPlan plan;
    private final Condition condition;
    private final Expression[] groups;
    private final ValueKind[] groupKinds;
    private final ViewAggregate[] aggregates;
    private final Expression[] columns;
    private final Condition having;
    private final Feature[] features;

    private ViewProgram(ViewPlan plan) {
        ExpressionCompiler compiler =
                ExpressionCompiler.ofView(plan.aggregates().size());
        this.plan = plan;
        this.condition = compiler.condition(plan.source().condition());
        this.groups = plan.groups().stream()
                .map(group -> compiler.expression(group.value()))
                .toArray(Expression[]::new);
        this.groupKinds = plan.groups().stream()
                .map(group -> ValueKind.of(group.value().type()))
                .toArray(ValueKind[]::new);
        this.aggregates = plan.aggregates().stream()
                .map(aggregate -> new ViewAggregate(aggregate, compiler))
                .toArray(ViewAggregate[]::new);
        this.columns = plan.columns().stream()
                .map(column -> compiler.expression(column.value()))
                .toArray(Expression[]::new);
        this.having = compiler.condition(plan.having());
        this.features = plan.window() instanceof Window.Sliding sliding
                ? plan.aggregates().stream()
                        .map(aggregate -> feature(aggregate, sliding, compiler))
                        .toArray(Feature[]::new)
                : new Feature[0];
    }

    public static ViewProgram compile(ViewPlan plan) {
        return new ViewProgram(plan);
    }

    /** What slides is a window as rules have it, over the events that passed the view's condition. */
    private Feature feature(ViewPlan.Aggregate aggregate, Window.Sliding sliding, ExpressionCompiler compiler) {
        FeaturePlan feature = new FeaturePlan(
                aggregate.function(),
                new EventFilter(plan.source().event(), Optional.empty()),
                aggregate.argument(),
                aggregate.parameter(),
                new FeaturePlan.Window.Sliding(sliding.nanos(), 0, OptionalLong.empty()),
                Optional.empty(),
                false,
                aggregate.type());
        return new Feature(feature, compiler);
    }

    public ViewPlan plan() {
        return plan;
    }

    /** The name of the event type it is over. */
    public String event() {
        return plan.source().event();
    }

    /** Whether the event under test, which is of its type, counts. */
    boolean takes(Scope scope) {
        return condition.holds(scope);
    }

    GroupKey newKey() {
        return new GroupKey(groupKinds);
    }

    /** The group of the event under test. */
    void readKey(Scope scope, GroupKey into) {
        for (int i = 0; i < groups.length; i++) {
            groups[i].evaluate(scope, into.value(i));
        }
    }

    Tallies newTallies() {
        return new Tallies(aggregates);
    }

    /** Of a sliding view, its aggregates; else none. */
    List<Feature> features() {
        return List.of(features);
    }

    int aggregateCount() {
        return aggregates.length;
    }

    Expression column(int column) {
        return columns[column];
    }

    /** Whether there is a row of what the scope shows. */
    boolean hasRow(Scope scope) {
        return having.holds(scope);
    }
}
