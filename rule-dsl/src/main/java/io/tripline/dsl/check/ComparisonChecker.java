package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.Comparison;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.syntax.ExpressionSyntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code ==} and its kin, {@code in}, {@code between}. The sides are brought to one type; a text is understood as the
 * time or address it is compared with, and a name as one of the enum's it is compared with.
 */
final class ComparisonChecker {

    private final RuleContext context;
    private final ExpressionChecker expressions;
    private final ReferenceChecker references;

    ComparisonChecker(RuleContext context, ExpressionChecker expressions, ReferenceChecker references) {
        this.context = context;
        this.expressions = expressions;
        this.references = references;
    }

    /** A comparison of any kind; what could not be read gives nothing. */
    Optional<ExpressionPlan> check(ExpressionSyntax syntax) {
        if (syntax instanceof ExpressionSyntax.Comparison comparison) {
            Comparison.Operator operator =
                    Comparison.Operator.valueOf(comparison.operator().name());
            boolean equality = operator == Comparison.Operator.EQUAL || operator == Comparison.Operator.NOT_EQUAL;
            return operands(List.of(comparison.left(), comparison.right()), Optional.empty())
                    .filter(sides -> mayCompare(sides.get(0).type(), equality, comparison.span()))
                    .map(sides -> new Comparison(operator, sides.get(0), sides.get(1)));
        }
        if (syntax instanceof ExpressionSyntax.InList inList) {
            List<ExpressionSyntax> all = new ArrayList<>(List.of(inList.operand()));
            all.addAll(inList.candidates());
            return operands(all, Optional.empty())
                    .filter(sides -> mayCompare(sides.get(0).type(), true, inList.span()))
                    .map(sides -> inList(sides.get(0), sides.subList(1, sides.size()), inList.negated()));
        }
        if (syntax instanceof ExpressionSyntax.InRange range) {
            return operands(List.of(range.operand(), range.low(), range.high()), Optional.empty())
                    .filter(sides -> mayCompare(sides.get(0).type(), false, range.span()))
                    .map(sides -> inRange(sides.get(0), sides.get(1), sides.get(2), range.negated()));
        }
        if (syntax instanceof ExpressionSyntax.InNamed inNamed) {
            return new MembershipChecker(context, expressions, references).check(inNamed);
        }
        if (syntax instanceof ExpressionSyntax.Like like) {
            return new TextPatternChecker(context, expressions).like(like);
        }
        if (syntax instanceof ExpressionSyntax.Matches matches) {
            return new TextPatternChecker(context, expressions).matches(matches);
        }
        return Optional.empty();
    }

    /** {@code not in} is false of a missing value, as every comparison is: it is not the opposite of {@code in}. */
    private static ExpressionPlan inList(ExpressionPlan operand, List<ExpressionPlan> candidates, boolean negated) {
        if (!negated) {
            return new ExpressionPlan.In(operand, candidates);
        }
        if (candidates.stream().allMatch(Literal.class::isInstance)) {
            return MembershipChecker.present(true, List.of(operand), new ExpressionPlan.In(operand, candidates));
        }
        return new ExpressionPlan.And(candidates.stream()
                .map(candidate -> (ExpressionPlan) new Comparison(Comparison.Operator.NOT_EQUAL, operand, candidate))
                .toList());
    }

    private static ExpressionPlan inRange(
            ExpressionPlan operand, ExpressionPlan low, ExpressionPlan high, boolean negated) {
        return negated
                ? new ExpressionPlan.Or(List.of(
                        new Comparison(Comparison.Operator.LESS, operand, low),
                        new Comparison(Comparison.Operator.GREATER, operand, high)))
                : new ExpressionPlan.And(List.of(
                        new Comparison(Comparison.Operator.GREATER_OR_EQUAL, operand, low),
                        new Comparison(Comparison.Operator.LESS_OR_EQUAL, operand, high)));
    }

    private boolean mayCompare(FieldType type, boolean equality, SourceSpan span) {
        if (!TypeWords.isComparable(type)) {
            context.diagnostics().error(DiagnosticCode.WRONG_TYPE, span, TypeWords.a(type) + " cannot be compared");
            return false;
        }
        if (!equality && !TypeWords.isOrdered(type)) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.WRONG_TYPE,
                            span,
                            TypeWords.a(type) + " has no order",
                            "it can be compared with `==`, `!=` and `in`");
            return false;
        }
        return true;
    }

    /**
     * The values with one type.
     *
     * @param expected the type their place has, by which texts and names are understood when nothing else tells
     */
    Optional<List<ExpressionPlan>> operands(List<ExpressionSyntax> syntax, Optional<FieldType> expected) {
        ExpressionPlan[] values = new ExpressionPlan[syntax.size()];
        Optional<FieldType> type = Optional.empty();
        for (int i = 0; i < values.length; i++) {
            if (!takesTypeOfOthers(syntax.get(i))) {
                values[i] = expressions.value(syntax.get(i), Optional.empty()).orElse(null);
                if (type.isEmpty() && values[i] != null) {
                    type = Optional.of(values[i].type());
                }
            }
        }
        boolean firmFailed = type.isEmpty() && syntax.stream().anyMatch(side -> !takesTypeOfOthers(side));
        if (firmFailed) {
            // What a text or an enum's name means depends on the side that has no meaning.
            return Optional.empty();
        }
        type = type.or(() -> expected);
        for (int i = 0; i < values.length; i++) {
            if (takesTypeOfOthers(syntax.get(i))) {
                values[i] = expressions.value(syntax.get(i), type).orElse(null);
            } else if (values[i] != null && type.isPresent()) {
                values[i] = enumName(syntax.get(i), values[i], type.get());
            }
        }
        List<ExpressionPlan> known =
                Arrays.stream(values).filter(value -> value != null).toList();
        return known.size() == values.length ? new TypeUnifier(context).unify(syntax, known) : Optional.empty();
    }

    /** Texts, and names that are no field: what they are depends on what they are compared with. */
    private boolean takesTypeOfOthers(ExpressionSyntax syntax) {
        ExpressionSyntax written = expressions.meant(syntax);
        if (written instanceof ExpressionSyntax.Conditional conditional) {
            return takesTypeOfOthers(conditional.then()) && takesTypeOfOthers(conditional.otherwise());
        }
        return written instanceof ExpressionSyntax.TextLiteral
                || written instanceof ExpressionSyntax.Bare bare
                        && !references.isValue(bare.name())
                        && context.lets().find(bare.name().text()).isEmpty();
    }

    /** A name that is both a field and, where it stands, one of an enum's names: the one that fits. */
    private static ExpressionPlan enumName(ExpressionSyntax syntax, ExpressionPlan value, FieldType type) {
        boolean isName = syntax instanceof ExpressionSyntax.Bare bare
                && type instanceof EnumType enumType
                && !value.type().equals(type)
                && enumType.names().contains(bare.name().text());
        return isName ? new Literal(((ExpressionSyntax.Bare) syntax).name().text(), type) : value;
    }
}
