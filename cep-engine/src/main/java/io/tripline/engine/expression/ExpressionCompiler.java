package io.tripline.engine.expression;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.And;
import io.tripline.dsl.plan.ExpressionPlan.Arithmetic;
import io.tripline.dsl.plan.ExpressionPlan.Comparison;
import io.tripline.dsl.plan.ExpressionPlan.Conditional;
import io.tripline.dsl.plan.ExpressionPlan.Convert;
import io.tripline.dsl.plan.ExpressionPlan.CurrentField;
import io.tripline.dsl.plan.ExpressionPlan.Feature;
import io.tripline.dsl.plan.ExpressionPlan.FunctionCall;
import io.tripline.dsl.plan.ExpressionPlan.In;
import io.tripline.dsl.plan.ExpressionPlan.InNetwork;
import io.tripline.dsl.plan.ExpressionPlan.InValues;
import io.tripline.dsl.plan.ExpressionPlan.IsMissing;
import io.tripline.dsl.plan.ExpressionPlan.KeyPart;
import io.tripline.dsl.plan.ExpressionPlan.Like;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.ExpressionPlan.Matches;
import io.tripline.dsl.plan.ExpressionPlan.Negate;
import io.tripline.dsl.plan.ExpressionPlan.Not;
import io.tripline.dsl.plan.ExpressionPlan.OnList;
import io.tripline.dsl.plan.ExpressionPlan.Or;
import io.tripline.dsl.plan.ExpressionPlan.OrElse;
import io.tripline.dsl.plan.ExpressionPlan.PreviousStepField;
import io.tripline.dsl.plan.ExpressionPlan.StepAggregate;
import io.tripline.dsl.plan.ExpressionPlan.StepField;
import io.tripline.dsl.plan.ExpressionPlan.TableField;
import io.tripline.dsl.plan.ExpressionPlan.TotalScore;
import io.tripline.dsl.plan.KeyPlan;
import io.tripline.engine.aggregate.Accumulation;
import io.tripline.engine.table.ReferenceData;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the expressions of one rule, or of one view, ready to run. */
public final class ExpressionCompiler {

    private static final int NO_STEP = -1;

    private static final int NO_VIEW = -1;

    private final KeyPlan key;
    private final ReferenceData data;
    /** In a view, where its groups stand behind its aggregates. */
    private final int firstGroup;

    private final List<StepAggregate> accumulatorPlans = new ArrayList<>();
    private final List<StepAccumulator> accumulators = new ArrayList<>();
    /** The step whose condition is compiled. */
    private int ownStep = NO_STEP;

    /** A compiler for expressions that look nothing up. */
    public ExpressionCompiler(KeyPlan key) {
        this(key, new ReferenceData());
    }

    /**
     * A compiler for the expressions of one rule.
     *
     * @param data what they look up
     */
    public ExpressionCompiler(KeyPlan key, ReferenceData data) {
        this(key, data, NO_VIEW);
    }

    private ExpressionCompiler(KeyPlan key, ReferenceData data, int firstGroup) {
        this.key = key;
        this.data = data;
        this.firstGroup = firstGroup;
    }

    /** For a view: its aggregates are the first of the scope's features, its groups those behind them. */
    public static ExpressionCompiler ofView(int aggregates) {
        return new ExpressionCompiler(new KeyPlan(List.of(), new TreeMap<>()), new ReferenceData(), aggregates);
    }

    /** The condition of a step: in it, what the step itself has taken does not contain the event under test. */
    public Condition conditionOfStep(int step, ExpressionPlan plan) {
        ownStep = step;
        Condition condition = condition(plan);
        ownStep = NO_STEP;
        return condition;
    }

    /** A condition that always holds where there is none. */
    public Condition condition(Optional<ExpressionPlan> plan) {
        return plan.map(this::condition).orElse(Condition.ALWAYS);
    }

    public Condition condition(ExpressionPlan plan) {
        if (plan instanceof And and) {
            return AllOf.of(conditions(and.conditions()));
        } else if (plan instanceof Or or) {
            return new AnyOf(conditions(or.conditions()));
        } else if (plan instanceof Not not) {
            Condition negated = condition(not.condition());
            return scope -> !negated.holds(scope);
        } else if (plan instanceof Comparison comparison) {
            return comparison(comparison);
        } else if (plan instanceof In in) {
            List<Expression> candidates =
                    in.candidates().stream().map(this::expression).toList();
            return new Membership(
                    expression(in.operand()),
                    candidates,
                    ValueKind.of(in.operand().type()));
        } else if (plan instanceof IsMissing isMissing) {
            return new MissingCondition(expression(isMissing.operand()));
        } else if (plan instanceof Like like) {
            return new LikePattern(expression(like.operand()), like.pattern());
        } else if (plan instanceof Matches matches) {
            return new RegularExpression(expression(matches.operand()), matches.regularExpression());
        } else if (plan instanceof InNetwork inNetwork) {
            return new NetworkCondition(expression(inNetwork.operand()), inNetwork.network());
        } else if (plan instanceof OnList onList) {
            return new OnListCondition(
                    expression(onList.operand()), onList.operand().type(), data.list(onList.list()));
        } else if (plan instanceof InValues inValues) {
            return new ListMembership(
                    expression(inValues.operand()), inValues.operand().type(), inValues.values());
        }
        return new BoolCondition(expression(plan));
    }

    private List<Condition> conditions(List<ExpressionPlan> plans) {
        return plans.stream().map(this::condition).toList();
    }

    private Condition comparison(Comparison plan) {
        ValueKind kind = ValueKind.of(plan.left().type());
        Expression left = expression(plan.left());
        Expression right = expression(plan.right());
        if (left instanceof FieldExpression field && right instanceof Constant constant) {
            return FieldComparison.of(plan.operator(), field.field(), constant, kind);
        } else if (left instanceof Constant constant && right instanceof FieldExpression field) {
            return FieldComparison.of(ValueComparison.mirrored(plan.operator()), field.field(), constant, kind);
        }
        return new ValueComparison(plan.operator(), left, right, kind);
    }

    public Expression expression(ExpressionPlan plan) {
        ValueKind kind = ValueKind.of(plan.type());
        if (plan instanceof Literal literal) {
            return Constant.of(literal);
        } else if (plan instanceof CurrentField field) {
            return new FieldExpression(field.field(), kind);
        } else if (plan instanceof StepField field) {
            return new StepFieldExpression(field.step(), field.field(), kind);
        } else if (plan instanceof PreviousStepField field) {
            // In the step's own condition the one before the event under test is the latest that was taken.
            return field.step() == ownStep
                    ? new StepFieldExpression(field.step(), field.field(), kind)
                    : new PreviousStepFieldExpression(field.step(), field.field(), kind);
        } else if (plan instanceof KeyPart part) {
            return firstGroup == NO_VIEW ? keyPart(part.part(), kind) : new FeatureExpression(firstGroup + part.part());
        } else if (plan instanceof Feature feature) {
            return new FeatureExpression(feature.index());
        } else if (plan instanceof StepAggregate aggregate) {
            return stepAggregate(aggregate);
        } else if (plan instanceof Convert convert) {
            Expression operand = expression(convert.operand());
            return folded(
                    operand,
                    new Conversion(operand, ValueKind.of(convert.operand().type()), kind),
                    kind);
        } else if (plan instanceof Negate negate) {
            Expression operand = expression(negate.operand());
            return folded(operand, new Negation(operand, kind), kind);
        } else if (plan instanceof Arithmetic sum) {
            return new BinaryExpression(sum.operator(), expression(sum.left()), expression(sum.right()), kind);
        } else if (plan instanceof OrElse orElse) {
            return new OrElseExpression(expression(orElse.operand()), expression(orElse.fallback()));
        } else if (plan instanceof Conditional conditional) {
            return new ConditionalExpression(
                    condition(conditional.condition()),
                    expression(conditional.then()),
                    expression(conditional.otherwise()));
        } else if (plan instanceof TotalScore) {
            return new TotalScoreExpression();
        } else if (plan instanceof TableField field) {
            return new RowFieldExpression(
                    data.table(field.table()),
                    field.key().stream().map(this::expression).toList(),
                    field.key().stream().map(ExpressionPlan::type).toList(),
                    field.field(),
                    kind);
        } else if (plan instanceof FunctionCall call) {
            return FunctionCompiler.compile(
                    call, call.arguments().stream().map(this::expression).toList());
        }
        return new ConditionExpression(condition(plan));
    }

    /** What is made of a constant only is a constant. */
    private static Expression folded(Expression operand, Expression whole, ValueKind kind) {
        if (!(operand instanceof Constant)) {
            return whole;
        }
        Value value = new Value();
        whole.evaluate(new Scope(), value);
        return Constant.of(value, kind);
    }

    private Expression keyPart(int part, ValueKind kind) {
        String[] events = key.fieldsByEvent().keySet().toArray(new String[0]);
        int[] fields = key.fieldsByEvent().values().stream()
                .mapToInt(parts -> parts.get(part))
                .toArray();
        return new KeyPartExpression(events, fields, kind);
    }

    private Expression stepAggregate(StepAggregate plan) {
        if (plan.argument().isEmpty()) {
            return new StepCountExpression(plan.step());
        }
        int known = accumulatorPlans.indexOf(plan);
        if (known >= 0) {
            return new StepAggregateExpression(accumulators.get(known));
        }
        ExpressionPlan argument = plan.argument().get();
        Accumulation none = Accumulation.none(plan.function(), ValueKind.of(argument.type()));
        Expression compiled = expression(argument);
        StepAccumulator accumulator = new StepAccumulator(plan.step(), accumulators.size(), none, compiled);
        accumulatorPlans.add(plan);
        accumulators.add(accumulator);
        return new StepAggregateExpression(accumulator);
    }

    private static boolean looksUp(ExpressionPlan plan) {
        return plan instanceof OnList || plan instanceof TableField;
    }

    /** Whether the expression sees what goes on without the key's events: windows, lists and tables. */
    public static boolean seesMoving(ExpressionPlan plan) {
        return plan instanceof Feature
                || looksUp(plan)
                || plan.operands().stream().anyMatch(ExpressionCompiler::seesMoving);
    }

    /** Whether the condition sees nothing but the event under test, so that it need not be asked for each match. */
    public static boolean seesOwnEventOnly(ExpressionPlan plan) {
        if (plan instanceof StepField
                || plan instanceof PreviousStepField
                || plan instanceof Feature
                || plan instanceof StepAggregate
                || looksUp(plan)) {
            return false;
        }
        return plan.operands().stream().allMatch(ExpressionCompiler::seesOwnEventOnly);
    }

    /** How many accumulators the expressions compiled so far have. */
    public int accumulatorCount() {
        return accumulators.size();
    }
}
