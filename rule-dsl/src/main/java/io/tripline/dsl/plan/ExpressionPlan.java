package io.tripline.dsl.plan;

import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A typed expression. The checker has put in every conversion, so the two sides of an operator have one type.
 *
 * <p>A value may be missing: a comparison with a missing value is false, arithmetic with one is missing.
 */
public sealed interface ExpressionPlan {

    FieldType type();

    /** The expressions it is made of, in the order of writing. */
    default List<ExpressionPlan> operands() {
        return List.of();
    }

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

    /** A part of the rule's key; in a view, a group. */
    record KeyPart(int part, FieldType type) implements ExpressionPlan {}

    /** The value of {@code features.get(index)} at the current event; in a view, of its aggregate for the row. */
    record Feature(int index, FieldType type) implements ExpressionPlan {}

    /**
     * An aggregate over the events that a step has taken so far.
     *
     * @param argument evaluated with each such event as the current one; none for {@code count(step)}
     */
    record StepAggregate(AggregateFunction function, int step, Optional<ExpressionPlan> argument, FieldType type)
            implements ExpressionPlan {
        @Override
        public List<ExpressionPlan> operands() {
            return argument.stream().toList();
        }
    }

    /**
     * {@code prev(step.field)}: a field of the event that a step has taken before its latest; in the step's own
     * condition, where the latest is not taken yet, of its latest. Missing where there is none.
     */
    record PreviousStepField(int step, int field, FieldType type) implements ExpressionPlan {}

    /** {@code Table[key].field}: missing where there is no row, or a part of the key is missing. */
    record TableField(String table, List<ExpressionPlan> key, int field, FieldType type) implements ExpressionPlan {
        public TableField {
            key = List.copyOf(key);
        }

        @Override
        public List<ExpressionPlan> operands() {
            return key;
        }
    }

    /** {@code value in list}: whether the value is on the named list; false when it is missing. */
    record OnList(ExpressionPlan operand, String list) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(operand);
        }
    }

    /** {@code value in field}: whether a list of values holds it; false when either is missing. */
    record InValues(ExpressionPlan operand, ExpressionPlan values) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(operand, values);
        }
    }

    /**
     * {@code ip in "10.0.0.0/8"}; false when the address is missing.
     *
     * @param network in CIDR notation, the bits behind the prefix 0
     */
    record InNetwork(ExpressionPlan operand, String network) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(operand);
        }
    }

    /**
     * {@code text like "%.example"}: {@code %} stands for any characters, {@code _} for one, a backslash takes the next
     * as it is. Case counts. False when the text is missing.
     */
    record Like(ExpressionPlan operand, String pattern) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(operand);
        }
    }

    /**
     * {@code text matches "…"}: whether the regular expression, in the syntax of RE2, is found anywhere in the text.
     * False when the text is missing.
     */
    record Matches(ExpressionPlan operand, String regularExpression) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(operand);
        }
    }

    /** {@code if condition then a else b}; a missing condition counts as false. */
    record Conditional(ExpressionPlan condition, ExpressionPlan then, ExpressionPlan otherwise)
            implements ExpressionPlan {
        @Override
        public FieldType type() {
            return then.type();
        }

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(condition, then, otherwise);
        }
    }

    /** A function of single values; missing when an argument is, where the function does not say otherwise. */
    record FunctionCall(Function function, List<ExpressionPlan> arguments, FieldType type) implements ExpressionPlan {
        public FunctionCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<ExpressionPlan> operands() {
            return arguments;
        }
    }

    /** {@code score}: the sum of the scores of the rules that fired on the event; only in decisions. */
    record TotalScore() implements ExpressionPlan {
        @Override
        public FieldType type() {
            return Scalar.DECIMAL;
        }
    }

    /** A number as another numeric type: int to decimal, int or decimal to float. */
    record Convert(ExpressionPlan operand, FieldType type) implements ExpressionPlan {
        @Override
        public List<ExpressionPlan> operands() {
            return List.of(operand);
        }
    }

    record Negate(ExpressionPlan operand) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return operand.type();
        }

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(operand);
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

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(left, right);
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

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(left, right);
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

        @Override
        public List<ExpressionPlan> operands() {
            return conditions;
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

        @Override
        public List<ExpressionPlan> operands() {
            return conditions;
        }
    }

    /** A missing bool counts as false, so its negation is true. */
    record Not(ExpressionPlan condition) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(condition);
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

        @Override
        public List<ExpressionPlan> operands() {
            return Stream.concat(Stream.of(operand), candidates.stream()).toList();
        }
    }

    record IsMissing(ExpressionPlan operand) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return Scalar.BOOL;
        }

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(operand);
        }
    }

    /** {@code operand ?? fallback}: the fallback where the operand is missing. */
    record OrElse(ExpressionPlan operand, ExpressionPlan fallback) implements ExpressionPlan {
        @Override
        public FieldType type() {
            return operand.type();
        }

        @Override
        public List<ExpressionPlan> operands() {
            return List.of(operand, fallback);
        }
    }
}
