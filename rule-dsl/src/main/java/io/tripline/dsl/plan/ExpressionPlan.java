package io.tripline.dsl.plan;

import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * A typed expression. The checker has put in every conversion, so the two sides of an operator have one type.
 *
 * <p>A value may be missing: a comparison with a missing value is false, arithmetic with one is missing.
 */
public sealed interface ExpressionPlan {

    FieldType type();

    /**
     * A constant: {@link Long} for int, {@link java.math.BigDecimal} for decimal, {@link Double} for float, {@link
     * String} for string and enum, {@link Boolean}, {@link java.time.Instant} for timestamp, {@link
     * java.time.Duration}, and for ip the text as {@link String}.
     */
    record Literal(Object value, FieldType type) implements ExpressionPlan {}

    /** A field of the event under test. */
    record CurrentField(int field, FieldType type) implements ExpressionPlan {}

    /** A field of the latest event that a step has taken; missing while it has taken none. */
    record StepField(int step, int field, FieldType type) implements ExpressionPlan {}

    /** A part of the rule's key. */
    record KeyPart(int part, FieldType type) implements ExpressionPlan {}

    /** The value of {@code features.get(index)} at the current event. */
    record Feature(int index, FieldType type) implements ExpressionPlan {}

    /**
     * An aggregate over the events that a step has taken so far.
     *
     * @param argument evaluated with each such event as the current one; none for {@code count(step)}
     */
    record StepAggregate(AggregateFunction function, int step, Optional<ExpressionPlan> argument, FieldType type)
            implements ExpressionPlan {}

    /** A number as another numeric type: int to decimal, int or decimal to float. */
    record Convert(ExpressionPlan operand, FieldType type) implements ExpressionPlan {}

    record Negate(ExpressionPlan operand) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return operand.type();
        }
    }

    /**
     * {@code left op right}. Both sides have the result's type, except for times: timestamp ± duration is a timestamp,
     * timestamp − timestamp a duration, duration × or ÷ int a duration. Dividing by zero is missing; an int or duration
     * that does not fit 64 bits is missing. A decimal quotient has 10 digits after the point, half even; int ÷ int is a
     * decimal (the checker converts).
     */
    record Arithmetic(Arithmetic.Operator operator, ExpressionPlan left, ExpressionPlan right, FieldType type)
            implements ExpressionPlan {
        public enum Operator {
            ADD,
            SUBTRACT,
            MULTIPLY,
            DIVIDE,
            REMAINDER
        }
    }

    /** Both sides have one type; {@code LESS} and its kin only for ordered ones. False when either is missing. */
    record Comparison(Comparison.Operator operator, ExpressionPlan left, ExpressionPlan right)
            implements ExpressionPlan {
        public enum Operator {
            EQUAL,
            NOT_EQUAL,
            LESS,
            LESS_OR_EQUAL,
            GREATER,
            GREATER_OR_EQUAL
        }

        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }
    }

    /** All of the conditions; a missing bool counts as false. */
    record And(List<ExpressionPlan> conditions) implements ExpressionPlan {
        public And {
            conditions = List.copyOf(conditions);
        }

        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }
    }

    /** Any of the conditions; a missing bool counts as false. */
    record Or(List<ExpressionPlan> conditions) implements ExpressionPlan {
        public Or {
            conditions = List.copyOf(conditions);
        }

        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }
    }

    /** A missing bool counts as false, so its negation is true. */
    record Not(ExpressionPlan condition) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }
    }

    /** {@code operand in (candidates)}; false when the operand is missing. */
    record In(ExpressionPlan operand, List<ExpressionPlan> candidates) implements ExpressionPlan {
        public In {
            candidates = List.copyOf(candidates);
        }

        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }
    }

    record IsMissing(ExpressionPlan operand) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }
    }

    /** {@code operand ?? fallback}: the fallback where the operand is missing. */
    record OrElse(ExpressionPlan operand, ExpressionPlan fallback) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return operand.type();
        }
    }
}
