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

    /** What could not be read; an error has been reported. */
    record Unreadable(SourceSpan span) implements ExpressionSyntax {}

    /** A name that stands alone: a field, a part of the key, an enum's name. */
    record Bare(Name name) implements ExpressionSyntax {
        @Override
        public SourceSpan span() {
            return name.span();
        }
    }

    /** {@code source.field}, {@code Source[filter].field} or {@code Source[filter]}. */
    record Qualified(Name source, Optional<ExpressionSyntax> filter, Optional<Name> field, SourceSpan span)
            implements ExpressionSyntax {}

    /**
     * {@code function(arguments) over window}.
     *
     * @param window what stands behind {@code over}
     */
    record Call(Name function, List<ExpressionSyntax> arguments, Optional<DurationValue> window, SourceSpan span)
            implements ExpressionSyntax {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<ExpressionSyntax> operands() {
            return arguments;
        }
    }

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
