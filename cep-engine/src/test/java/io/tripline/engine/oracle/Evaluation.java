package io.tripline.engine.oracle;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.Arithmetic;
import io.tripline.dsl.plan.ExpressionPlan.Comparison;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The value of expressions at one moment of the walk.
 *
 * @param current the event under test
 * @param taken what each step has taken so far
 * @param key the values of the key's parts
 * @param feature the value of a feature at the current event; the moment is for the key of its own, if it has one
 * @param ownStep the step whose condition is looked at
 */
record Evaluation(
        SeenEvent current,
        Map<Integer, List<SeenEvent>> taken,
        List<Object> key,
        BiFunction<Integer, Evaluation, Object> feature,
        int ownStep) {

    static final int NO_STEP = -1;

    Evaluation at(SeenEvent other) {
        return new Evaluation(other, taken, key, feature, ownStep);
    }

    Evaluation inStep(int step) {
        return new Evaluation(current, taken, key, feature, step);
    }

    boolean isTrue(ExpressionPlan condition) {
        return Boolean.TRUE.equals(value(condition));
    }

    Object value(ExpressionPlan expression) {
        if (expression instanceof ExpressionPlan.Literal literal) {
            boolean address = literal.type() == Scalar.IP;
            return address ? Values.address((String) literal.value()) : literal.value();
        } else if (expression instanceof ExpressionPlan.CurrentField field) {
            return current.value(field.field());
        } else if (expression instanceof ExpressionPlan.StepField field) {
            List<SeenEvent> events = taken.getOrDefault(field.step(), List.of());
            return events.isEmpty() ? null : events.get(events.size() - 1).value(field.field());
        } else if (expression instanceof ExpressionPlan.PreviousStepField field) {
            List<SeenEvent> events = taken.getOrDefault(field.step(), List.of());
            // The event under test counts as the step's latest in its own condition, and is not taken yet.
            int previous = events.size() - (field.step() == ownStep ? 1 : 2);
            return previous < 0 ? null : events.get(previous).value(field.field());
        } else if (expression instanceof ExpressionPlan.KeyPart part) {
            return key.get(part.part());
        } else if (expression instanceof ExpressionPlan.Feature reference) {
            return feature.apply(reference.index(), this);
        } else if (expression instanceof ExpressionPlan.StepAggregate aggregate) {
            List<SeenEvent> events = taken.getOrDefault(aggregate.step(), List.of());
            return Aggregation.of(
                    aggregate.function(), aggregate.argument(), Optional.empty(), aggregate.type(), events, this);
        } else if (expression instanceof ExpressionPlan.Convert convert) {
            Object operand = value(convert.operand());
            return operand == null ? null : converted(operand, convert.type());
        } else if (expression instanceof ExpressionPlan.Negate negate) {
            Object operand = value(negate.operand());
            return operand == null ? null : negated(operand);
        } else if (expression instanceof Arithmetic arithmetic) {
            Object left = value(arithmetic.left());
            Object right = value(arithmetic.right());
            return left == null || right == null ? null : arithmetic(arithmetic, left, right);
        } else if (expression instanceof ExpressionPlan.Conditional conditional) {
            return value(isTrue(conditional.condition()) ? conditional.then() : conditional.otherwise());
        } else if (expression instanceof ExpressionPlan.FunctionCall call) {
            return FunctionMeaning.of(
                    call,
                    Arrays.asList(call.arguments().stream().map(this::value).toArray()));
        }
        return truth(expression);
    }

    private Object truth(ExpressionPlan expression) {
        if (expression instanceof Comparison comparison) {
            Object left = value(comparison.left());
            Object right = value(comparison.right());
            return left != null && right != null && holds(comparison.operator(), left, right);
        } else if (expression instanceof ExpressionPlan.And and) {
            return and.conditions().stream().allMatch(this::isTrue);
        } else if (expression instanceof ExpressionPlan.Or or) {
            return or.conditions().stream().anyMatch(this::isTrue);
        } else if (expression instanceof ExpressionPlan.Not not) {
            return !isTrue(not.condition());
        } else if (expression instanceof ExpressionPlan.In in) {
            Object operand = value(in.operand());
            return operand != null
                    && in.candidates().stream().map(this::value).anyMatch(c -> c != null && Values.equal(operand, c));
        } else if (expression instanceof ExpressionPlan.Like like) {
            return value(like.operand()) instanceof String text && TextMeaning.like(text, like.pattern());
        } else if (expression instanceof ExpressionPlan.Matches matches) {
            return value(matches.operand()) instanceof String text
                    && TextMeaning.matches(text, matches.regularExpression());
        } else if (expression instanceof ExpressionPlan.InNetwork in) {
            return value(in.operand()) instanceof InetAddress address && TextMeaning.isIn(address, in.network());
        } else if (expression instanceof ExpressionPlan.IsMissing missing) {
            return value(missing.operand()) == null;
        } else if (expression instanceof ExpressionPlan.OrElse orElse) {
            Object operand = value(orElse.operand());
            return operand == null ? value(orElse.fallback()) : operand;
        }
        throw new IllegalStateException("the oracle does not know " + expression);
    }

    private static boolean holds(Comparison.Operator operator, Object left, Object right) {
        return switch (operator) {
            case EQUAL -> Values.equal(left, right);
            case NOT_EQUAL -> !Values.equal(left, right);
            case LESS -> Values.compare(left, right) < 0;
            case LESS_OR_EQUAL -> Values.compare(left, right) <= 0;
            case GREATER -> Values.compare(left, right) > 0;
            case GREATER_OR_EQUAL -> Values.compare(left, right) >= 0;
        };
    }

    private static Object converted(Object operand, FieldType type) {
        if (type == Scalar.DECIMAL) {
            return BigDecimal.valueOf((Long) operand);
        }
        return Values.finite(((Number) operand).doubleValue());
    }

    private static Object negated(Object operand) {
        if (operand instanceof Long number) {
            return number == Long.MIN_VALUE ? null : -number;
        } else if (operand instanceof BigDecimal number) {
            return number.negate();
        } else if (operand instanceof Duration duration) {
            return duration.negated();
        }
        return -(Double) operand;
    }

    private static Object arithmetic(Arithmetic arithmetic, Object left, Object right) {
        try {
            if (left instanceof Instant || left instanceof Duration || right instanceof Duration) {
                return timeArithmetic(arithmetic.operator(), left, right);
            } else if (left instanceof Long a && right instanceof Long b) {
                return intArithmetic(arithmetic.operator(), a, b);
            } else if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
                return decimalArithmetic(arithmetic.operator(), a, b);
            }
            return floatArithmetic(arithmetic.operator(), (Double) left, (Double) right);
        } catch (ArithmeticException missing) {
            // Dividing by zero is missing, and so is what does not fit its 64 bits.
            return null;
        }
    }

    private static Object intArithmetic(Arithmetic.Operator operator, long a, long b) {
        return switch (operator) {
            case ADD -> Math.addExact(a, b);
            case SUBTRACT -> Math.subtractExact(a, b);
            case MULTIPLY -> Math.multiplyExact(a, b);
            case REMAINDER -> a % b;
            case DIVIDE -> throw new IllegalStateException("the checker makes decimals of what is divided");
        };
    }

    private static Object decimalArithmetic(Arithmetic.Operator operator, BigDecimal a, BigDecimal b) {
        return switch (operator) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> Values.quotient(a, b);
            case REMAINDER -> a.remainder(b);
        };
    }

    private static Object floatArithmetic(Arithmetic.Operator operator, double a, double b) {
        return switch (operator) {
            case ADD -> Values.finite(a + b);
            case SUBTRACT -> Values.finite(a - b);
            case MULTIPLY -> Values.finite(a * b);
            case DIVIDE -> Values.finite(a / b);
            case REMAINDER -> Values.finite(a % b);
        };
    }

    private static Object timeArithmetic(Arithmetic.Operator operator, Object left, Object right) {
        if (left instanceof Instant && right instanceof Instant) {
            return Duration.ofNanos(Math.subtractExact(Values.nanos(left), Values.nanos(right)));
        } else if (left instanceof Long times) {
            return Duration.ofNanos(Math.multiplyExact(times, Values.nanos(right)));
        } else if (right instanceof Long number) {
            long nanos = Values.nanos(left);
            return Duration.ofNanos(
                    operator == Arithmetic.Operator.DIVIDE ? nanos / number : Math.multiplyExact(nanos, number));
        }
        long a = Values.nanos(left);
        long b = Values.nanos(right);
        long result = operator == Arithmetic.Operator.SUBTRACT ? Math.subtractExact(a, b) : Math.addExact(a, b);
        return left instanceof Instant || right instanceof Instant ? Values.instant(result) : Duration.ofNanos(result);
    }
}
