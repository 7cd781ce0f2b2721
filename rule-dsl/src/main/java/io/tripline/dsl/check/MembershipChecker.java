package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.Bare;
import io.tripline.dsl.syntax.ExpressionSyntax.InNamed;
import java.util.List;
import java.util.Optional;

/** {@code x in blocked_cards}, {@code x in tags}, {@code ip in "10.0.0.0/8"}, {@code x in [1, 2]}. */
final class MembershipChecker {

    private final RuleContext context;
    private final ExpressionChecker expressions;
    private final ReferenceChecker references;

    MembershipChecker(RuleContext context, ExpressionChecker expressions, ReferenceChecker references) {
        this.context = context;
        this.expressions = expressions;
        this.references = references;
    }

    Optional<ExpressionPlan> check(InNamed in) {
        if (in.target() instanceof Bare bare && !references.isValue(bare.name())) {
            String name = bare.name().text();
            boolean otherName = context.lets().find(name).isPresent()
                    && !context.declared().lists().containsKey(name);
            if (!otherName) {
                return references.isKnown(bare.name()) ? onList(in, bare) : Optional.empty();
            }
        }
        ExpressionSyntax target = expressions.meant(in.target());
        if (target instanceof ExpressionSyntax.ListLiteral literal) {
            return expressions.value(
                    new ExpressionSyntax.InList(in.operand(), in.negated(), literal.elements(), in.span()),
                    Optional.empty());
        }
        return target instanceof ExpressionSyntax.TextLiteral network ? inNetwork(in, network) : inValues(in);
    }

    private Optional<ExpressionPlan> onList(InNamed in, Bare target) {
        Optional<ExpressionPlan> operand = operand(
                in,
                Optional.ofNullable(context.declared().lists().get(target.name().text()))
                        .flatMap(ListShape::element));
        if (!context.declared().lists().containsKey(target.name().text())
                && references.couldBeMisspelledField(target.name())) {
            List<String> allowed =
                    references.valuesAnd(context.declared().lists().keySet());
            context.unknown(
                    DiagnosticCode.UNKNOWN_LIST,
                    target.name(),
                    "there is no list `" + target.name().text() + "`",
                    DidYouMean.hint(target.name().text(), allowed)
                            .or(() -> Optional.of(
                                    "declare it: `list " + target.name().text() + " of string`")));
            return Optional.empty();
        }
        Optional<ListShape> list = context.declared().list(target.name(), context);
        if (operand.isEmpty() || list.isEmpty() || list.get().element().isEmpty()) {
            return Optional.empty();
        }
        return ExpressionChecker.fit(
                        context, operand.get(), list.get().element().get(), in.operand())
                .map(value -> present(
                        in.negated(),
                        List.of(value),
                        new ExpressionPlan.OnList(value, list.get().name())));
    }

    private Optional<ExpressionPlan> operand(InNamed in, Optional<FieldType> expected) {
        return expressions.value(in.operand(), expected);
    }

    private Optional<ExpressionPlan> inValues(InNamed in) {
        Optional<ExpressionPlan> values = expressions.value(in.target(), Optional.empty());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (!(values.get().type() instanceof ListType listType)) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.WRONG_TYPE,
                            in.target().span(),
                            "`in` needs a list, and this is "
                                    + TypeWords.a(values.get().type()),
                            "compare with `==`, or write the values in brackets: `in (a, b)`");
            return Optional.empty();
        }
        if (!TypeWords.isComparable(listType.element())) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.WRONG_TYPE,
                            in.span(),
                            TypeWords.a(listType.element()) + " cannot be compared");
            return Optional.empty();
        }
        return operand(in, Optional.of(listType.element()))
                .flatMap(operand -> ExpressionChecker.fit(context, operand, listType.element(), in.operand()))
                .map(value -> present(
                        in.negated(), List.of(value, values.get()), new ExpressionPlan.InValues(value, values.get())));
    }

    private Optional<ExpressionPlan> inNetwork(InNamed in, ExpressionSyntax.TextLiteral network) {
        Optional<ExpressionPlan> operand = operand(in, Optional.of(Scalar.IP));
        if (operand.isEmpty()) {
            return Optional.empty();
        }
        if (operand.get().type() != Scalar.IP) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.WRONG_TYPE,
                            in.operand().span(),
                            "only an ip can be in a network, and this is "
                                    + TypeWords.a(operand.get().type()),
                            operand.get().type() == Scalar.STRING
                                    ? "compare with `==`, `like` or `in (…)`"
                                    : "compare with `==` or `in (…)`");
            return Optional.empty();
        }
        Optional<String> problem = NetworkText.problem(network.text());
        if (problem.isPresent()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.BAD_LITERAL,
                            in.target().span(),
                            problem.get(),
                            "networks are written like `\"10.0.0.0/8\"` or `\"2001:db8::/32\"`");
            return Optional.empty();
        }
        return operand.map(
                value -> present(in.negated(), List.of(value), new ExpressionPlan.InNetwork(value, network.text())));
    }

    /** {@code not in} is false of a missing value, as every comparison is: it is not the opposite of {@code in}. */
    static ExpressionPlan present(boolean negated, List<ExpressionPlan> operands, ExpressionPlan test) {
        if (!negated) {
            return test;
        }
        List<ExpressionPlan> conditions = new java.util.ArrayList<>();
        for (ExpressionPlan operand : operands) {
            conditions.add(new ExpressionPlan.Not(new ExpressionPlan.IsMissing(operand)));
        }
        conditions.add(new ExpressionPlan.Not(test));
        return new ExpressionPlan.And(conditions);
    }
}
