package io.tripline.engine.program;

import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.engine.expression.Condition;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.expression.PlainExpression;
import io.tripline.engine.expression.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What a rule does when it fires. */
public final class Actions {

    private interface Action {
        void perform(Scope scope, Consumer<Effect> effects);
    }

    private record Branch(Condition condition, Effect verdict) {}

    private record Field(int field, PlainExpression value) {}

    private final Message message;
    private final List<Action> actions = new ArrayList<>();
    private final List<PlainExpression> points = new ArrayList<>();
    private final boolean seesMoving;

    Actions(RulePlan rule, ExpressionCompiler compiler) {
        this.message = new Message(rule.message(), compiler);
        for (ActionPlan plan : rule.actions()) {
            if (plan instanceof ActionPlan.Emit emit) {
                actions.add(emission(emit, compiler));
            } else if (plan instanceof ActionPlan.AddToList add) {
                actions.add(addition(add, compiler));
            } else if (plan instanceof ActionPlan.RemoveFromList remove) {
                actions.add(removal(remove, compiler));
            } else if (plan instanceof ActionPlan.Score score) {
                points.add(PlainExpression.of(score.points(), compiler));
            }
        }
        this.seesMoving = rule.actions().stream()
                .flatMap(action -> expressions(action).stream())
                .anyMatch(ExpressionCompiler::seesMoving);
    }

    private Actions(List<Action> actions) {
        this.message = new Message(List.of(), null);
        this.actions.addAll(actions);
        this.seesMoving = false;
    }

    /** A decision's only action is its verdict. */
    static Actions of(DecisionPlan decision, ExpressionCompiler compiler) {
        List<Branch> branches = decision.branches().stream()
                .map(branch -> new Branch(compiler.condition(branch.condition()), new Effect.Decide(branch.verdict())))
                .toList();
        Effect otherwise = new Effect.Decide(decision.otherwise());
        return new Actions(List.of((scope, effects) -> effects.accept(branches.stream()
                .filter(branch -> branch.condition().holds(scope))
                .findFirst()
                .map(Branch::verdict)
                .orElse(otherwise))));
    }

    private static Action emission(ActionPlan.Emit plan, ExpressionCompiler compiler) {
        List<Field> fields = plan.values().stream()
                .map(value -> new Field(value.field(), PlainExpression.of(value.value(), compiler)))
                .toList();
        return (scope, effects) -> {
            List<Effect.FieldValue> values = new ArrayList<>();
            for (Field field : fields) {
                Object value = field.value().valueOrNull(scope);
                if (value != null) {
                    values.add(new Effect.FieldValue(field.field(), value));
                }
            }
            effects.accept(new Effect.Emit(plan.event(), values));
        };
    }

    private static Action addition(ActionPlan.AddToList plan, ExpressionCompiler compiler) {
        PlainExpression value = PlainExpression.of(plan.value(), compiler);
        OptionalLong forNanos = plan.forNanos();
        return (scope, effects) -> {
            Object entry = value.valueOrNull(scope);
            if (entry != null) {
                effects.accept(new Effect.AddToList(plan.list(), entry, forNanos));
            }
        };
    }

    private static Action removal(ActionPlan.RemoveFromList plan, ExpressionCompiler compiler) {
        PlainExpression value = PlainExpression.of(plan.value(), compiler);
        return (scope, effects) -> {
            Object entry = value.valueOrNull(scope);
            if (entry != null) {
                effects.accept(new Effect.RemoveFromList(plan.list(), entry));
            }
        };
    }

    private static List<ExpressionPlan> expressions(ActionPlan action) {
        if (action instanceof ActionPlan.Alert alert) {
            return alert.message().stream()
                    .filter(ActionPlan.MessagePart.Value.class::isInstance)
                    .map(part -> ((ActionPlan.MessagePart.Value) part).expression())
                    .toList();
        } else if (action instanceof ActionPlan.Emit emit) {
            return emit.values().stream().map(ActionPlan.FieldValue::value).toList();
        } else if (action instanceof ActionPlan.AddToList add) {
            return List.of(add.value());
        } else if (action instanceof ActionPlan.RemoveFromList remove) {
            return List.of(remove.value());
        }
        return List.of(((ActionPlan.Score) action).points());
    }

    /** Whether what it does depends on windows, lists or tables, which move on while a match waits for its deadline. */
    public boolean seesMoving() {
        return seesMoving;
    }

    /** Whether it counts for decisions. */
    public boolean scores() {
        return !points.isEmpty();
    }

    /** What comes of the match that the scope shows, at its last event. */
    public Consequence consequence(Scope scope) {
        List<Effect> effects = new ArrayList<>(actions.size());
        actions.forEach(action -> action.perform(scope, effects::add));
        BigDecimal sum = BigDecimal.ZERO;
        for (PlainExpression each : points) {
            Object value = each.valueOrNull(scope);
            sum = value == null ? sum : sum.add(decimal(value));
        }
        return new Consequence(message.render(scope), effects, sum);
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) number;
    }
}
