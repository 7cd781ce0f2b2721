package io.tripline.engine.predicate;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.And;
import io.tripline.dsl.plan.ExpressionPlan.Comparison;
import io.tripline.dsl.plan.ExpressionPlan.Comparison.Operator;
import io.tripline.dsl.plan.ExpressionPlan.Convert;
import io.tripline.dsl.plan.ExpressionPlan.CurrentField;
import io.tripline.dsl.plan.ExpressionPlan.In;
import io.tripline.dsl.plan.ExpressionPlan.KeyPart;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.ExpressionPlan.Negate;
import io.tripline.dsl.plan.ExpressionPlan.Or;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.value.Text;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the condition of one interest apart. */
final class ConjunctReader {

    private final Interest interest;
    private final ExpressionCompiler compiler;

    ConjunctReader(Interest interest) {
        this.interest = interest;
        this.compiler = new ExpressionCompiler(interest.key());
    }

    /** Lists of predicates: the event is of interest if all of one list hold. */
    List<List<Predicate>> read() {
        if (interest.condition().isEmpty()) {
            return List.of(List.of());
        }
        ExpressionPlan condition = interest.condition().get();
        List<ExpressionPlan> alternatives = condition instanceof Or or ? or.conditions() : List.of(condition);
        return alternatives.stream().map(this::conjunction).toList();
    }

    private List<Predicate> conjunction(ExpressionPlan alternative) {
        List<Predicate> predicates = new ArrayList<>();
        collect(alternative, predicates);
        return predicates;
    }

    private void collect(ExpressionPlan plan, List<Predicate> into) {
        if (plan instanceof And and) {
            and.conditions().forEach(condition -> collect(condition, into));
        } else if (ExpressionCompiler.seesOwnEventOnly(plan)) {
            add(predicate(plan), into);
        }
    }

    /** Two ranges of one field become one. */
    private static void add(Predicate predicate, List<Predicate> into) {
        if (predicate instanceof Predicate.InRange added) {
            for (int i = 0; i < into.size(); i++) {
                if (into.get(i) instanceof Predicate.InRange range && range.field() == added.field()) {
                    into.set(
                            i,
                            new Predicate.InRange(added.field(), range.range().and(added.range())));
                    return;
                }
            }
        }
        if (!into.contains(predicate)) {
            into.add(predicate);
        }
    }

    private Predicate predicate(ExpressionPlan plan) {
        Optional<Predicate> known = Optional.empty();
        if (plan instanceof Comparison comparison) {
            known = comparison(comparison.left(), comparison.operator(), comparison.right())
                    .or(() -> comparison(comparison.right(), mirrored(comparison.operator()), comparison.left()));
        } else if (plan instanceof In in && in.operand() instanceof CurrentField field) {
            known = oneOf(field, in.candidates());
        }
        return known.orElseGet(() -> new Predicate.Other(
                plan,
                usesKey(plan) ? Optional.of(interest.key()) : Optional.empty(),
                new Predicate.Compiled(compiler.condition(plan))));
    }

    private Optional<Predicate> comparison(ExpressionPlan left, Operator operator, ExpressionPlan right) {
        if (!(left instanceof CurrentField field) || operator == Operator.NOT_EQUAL) {
            return Optional.empty();
        }
        if (operator == Operator.EQUAL) {
            return oneOf(field, List.of(right));
        }
        ValueKind kind = ValueKind.of(field.type());
        return kind == ValueKind.BYTES
                ? Optional.empty()
                : constant(right, kind)
                        .map(value -> new Predicate.InRange(
                                field.field(), SlotRange.of(SlotOrder.of(kind), operator, value.slot())));
    }

    private Optional<Predicate> oneOf(CurrentField field, List<ExpressionPlan> candidates) {
        List<FieldValue> values = new ArrayList<>();
        for (ExpressionPlan candidate : candidates) {
            Optional<FieldValue> value = constant(candidate, ValueKind.of(field.type()));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (!values.contains(value.get())) {
                values.add(value.get());
            }
        }
        return Optional.of(new Predicate.OneOf(field.field(), values));
    }

    /** The value, if it is known without any event and has room in a field. */
    private Optional<FieldValue> constant(ExpressionPlan plan, ValueKind kind) {
        if (!isConstant(plan)) {
            return Optional.empty();
        }
        Value value = new Value();
        compiler.expression(plan).evaluate(new Scope(), value);
        if (value.isMissing() || kind == ValueKind.DECIMAL && value.isBig()) {
            return Optional.empty();
        }
        return Optional.of(
                kind == ValueKind.BYTES
                        ? new FieldValue(0, Optional.of(Text.of(value.copyBytes())))
                        : new FieldValue(value.slot(), Optional.empty()));
    }

    private static boolean isConstant(ExpressionPlan plan) {
        return plan instanceof Literal
                || plan instanceof Convert convert && isConstant(convert.operand())
                || plan instanceof Negate negate && isConstant(negate.operand());
    }

    private static boolean usesKey(ExpressionPlan plan) {
        return plan instanceof KeyPart || plan.operands().stream().anyMatch(ConjunctReader::usesKey);
    }

    private static Operator mirrored(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.GREATER;
            case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case GREATER -> Operator.LESS;
            case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL -> operator;
        };
    }
}
