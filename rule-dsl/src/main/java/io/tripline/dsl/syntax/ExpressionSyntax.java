package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An expression as it is written. Its depth is bounded, so it may be walked recursively. */
public sealed interface ExpressionSyntax extends SyntaxNode {

    /** The expressions it is made of, in the order of writing; not the filters of its references. */
    default List<ExpressionSyntax> operands() {
        return List.of();
    }

    /**
     * A number without a sign.
     *
     * @param whole whether it is written without a point
     */
    record NumberLiteral(BigDecimal value, boolean whole, SourceSpan span) implements ExpressionSyntax {}

    record TextLiteral(String text, SourceSpan span) implements ExpressionSyntax {}

    record BoolLiteral(boolean value, SourceSpan span) implements ExpressionSyntax {}

    record DurationLiteral(long nanos, SourceSpan span) implements ExpressionSyntax {}

    /** {@code 10:03} or {@code 10:03:30.5}: a time of the first day of a test. */
    record ClockLiteral(long nanosOfDay, SourceSpan span) implements ExpressionSyntax {}

    /** {@code [a, b]}. */
    record ListLiteral(List<ExpressionSyntax> elements, SourceSpan span) implements ExpressionSyntax {
        public ListLiteral {
            elements = List.copyOf(elements);
        }

        @Override
        public List<ExpressionSyntax> operands() {
            return elements;
        }
    }

    /** What could not be read; an error has been reported. */
    record Unreadable(SourceSpan span) implements ExpressionSyntax {}

    /** A name that stands alone: a field, a part of the key, an enum's name. */
    record Bare(Name name) implements ExpressionSyntax {
        @Override
        public SourceSpan span() {
            return name.span();
        }
    }

    /**
     * {@code source.field}, {@code Source[filter].field}, {@code Source[filter]} or {@code Table[key, key].field}.
     *
     * @param brackets what stands in them
     */
    record Qualified(Name source, List<ExpressionSyntax> brackets, Optional<Name> field, SourceSpan span)
            implements ExpressionSyntax {
        public Qualified {
            brackets = List.copyOf(brackets);
        }

        /** What stands in the brackets, of an event type. */
        public Optional<ExpressionSyntax> filter() {
            return brackets.stream().findFirst();
        }
    }

    /**
     * {@code function(arguments by own key) over window}.
     *
     * @param window what stands behind {@code over}
     */
    record Call(
            Name function,
            List<ExpressionSyntax> arguments,
            List<OwnKeyPart> ownKey,
            Optional<WindowSyntax> window,
            SourceSpan span)
            implements ExpressionSyntax {
        public Call {
            arguments = List.copyOf(arguments);
            ownKey = List.copyOf(ownKey);
        }

        @Override
        public List<ExpressionSyntax> operands() {
            return arguments;
        }
    }

    /** {@code field}, or {@code field == value}. */
    record OwnKeyPart(Name field, Optional<ExpressionSyntax> value) {}

    record Negative(ExpressionSyntax operand, SourceSpan span) implements ExpressionSyntax {
        @Override
        public List<ExpressionSyntax> operands() {
            return List.of(operand);
        }
    }

    record Not(ExpressionSyntax condition, SourceSpan span) implements ExpressionSyntax {
        @Override
        public List<ExpressionSyntax> operands() {
            return List.of(condition);
        }
    }

    /** {@code left + right} and its kin. */
    record Arithmetic(Operator operator, ExpressionSyntax left, ExpressionSyntax right, SourceSpan span)
            implements ExpressionSyntax {
        @Override
        public List<ExpressionSyntax> operands() {
            return List.of(left, right);
        }
    }

    /** {@code left < right} and its kin. */
    record Comparison(Operator operator, ExpressionSyntax left, ExpressionSyntax right, SourceSpan span)
            implements ExpressionSyntax {
        @Override
        public List<ExpressionSyntax> operands() {
            return List.of(left, right);
        }
    }

    /** All of the conditions. */
    record And(List<ExpressionSyntax> conditions, SourceSpan span) implements ExpressionSyntax {
        public And {
            conditions = List.copyOf(conditions);
        }

        @Override
        public List<ExpressionSyntax> operands() {
            return conditions;
        }
    }

    /** Any of the conditions. */
    record Or(List<ExpressionSyntax> conditions, SourceSpan span) implements ExpressionSyntax {
        public Or {
            conditions = List.copyOf(conditions);
        }

        @Override
        public List<ExpressionSyntax> operands() {
            return conditions;
        }
    }

    /** {@code operand in (candidates)}, or {@code not in}. */
    record InList(ExpressionSyntax operand, boolean negated, List<ExpressionSyntax> candidates, SourceSpan span)
            implements ExpressionSyntax {
        public InList {
            candidates = List.copyOf(candidates);
        }

        @Override
        public List<ExpressionSyntax> operands() {
            return Stream.concat(Stream.of(operand), candidates.stream()).toList();
        }
    }

    /** {@code operand between low and high}, both included, or {@code not between}. */
    record InRange(
            ExpressionSyntax operand, boolean negated, ExpressionSyntax low, ExpressionSyntax high, SourceSpan span)
            implements ExpressionSyntax {
        @Override
        public List<ExpressionSyntax> operands() {
            return List.of(operand, low, high);
        }
    }

    /** {@code operand in target}, a named list, a list of values or a network, or {@code not in}. */
    record InNamed(ExpressionSyntax operand, boolean negated, ExpressionSyntax target, SourceSpan span)
            implements ExpressionSyntax {
        @Override
        public List<ExpressionSyntax> operands() {
            return List.of(operand, target);
        }
    }

    /** {@code operand like pattern}, or {@code not like}. */
    record Like(ExpressionSyntax operand, boolean negated, ExpressionSyntax pattern, SourceSpan span)
            implements ExpressionSyntax {
        @Override
        public List<ExpressionSyntax> operands() {
            return List.of(operand, pattern);
        }
    }

    /** {@code operand matches pattern}, or {@code not matches}. */
    record Matches(ExpressionSyntax operand, boolean negated, ExpressionSyntax pattern, SourceSpan span)
            implements ExpressionSyntax {
        @Override
        public List<ExpressionSyntax> operands() {
            return List.of(operand, pattern);
        }
    }

    /** {@code if condition then value else otherwise}. */
    record Conditional(ExpressionSyntax condition, ExpressionSyntax then, ExpressionSyntax otherwise, SourceSpan span)
            implements ExpressionSyntax {
        @Override
        public List<ExpressionSyntax> operands() {
            return List.of(condition, then, otherwise);
        }
    }

    /** {@code operand is missing}, or {@code is not missing}. */
    record IsMissing(ExpressionSyntax operand, boolean negated, SourceSpan span) implements ExpressionSyntax {
        @Override
        public List<ExpressionSyntax> operands() {
            return List.of(operand);
        }
    }

    /** {@code operand ?? fallback}. */
    record OrElse(ExpressionSyntax operand, ExpressionSyntax fallback, SourceSpan span) implements ExpressionSyntax {
        @Override
        public List<ExpressionSyntax> operands() {
            return List.of(operand, fallback);
        }
    }

    /** Operators between two values, as they are written. */
    enum Operator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        REMAINDER("%"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
