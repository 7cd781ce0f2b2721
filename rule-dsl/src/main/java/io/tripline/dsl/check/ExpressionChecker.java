package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.Comparison;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.Declaration.LetDeclaration;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.Qualified;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives the expressions at one place of a rule their meaning and their types. An empty answer means that there is no
 * telling, and that the reason has been reported; nothing is then said about what stands around it.
 */
final class ExpressionChecker {

    private final RuleContext context;
    private final Scope scope;
    private final ReferenceChecker references;
    private final OptionalUses optionalUses = new OptionalUses();
    private final ArithmeticChecker arithmetic;
    private final LetUses lets;
    private final TableLookup tables;

    ExpressionChecker(RuleContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
        this.references = new ReferenceChecker(context, scope);
        this.arithmetic = new ArithmeticChecker(context);
        this.lets = new LetUses(context, scope, references);
        this.tables = new TableLookup(context, scope);
    }

    /** A condition: an expression that is true or false. */
    static Optional<ExpressionPlan> condition(RuleContext context, Scope scope, ExpressionSyntax syntax) {
        ExpressionChecker checker = new ExpressionChecker(context, scope);
        Optional<ExpressionPlan> condition = checker.bool(syntax);
        if (condition.isPresent()) {
            checker.optionalUses.report(context.diagnostics());
            warnIfNever(context, syntax, condition.get());
        }
        return condition;
    }

    private static void warnIfNever(RuleContext context, ExpressionSyntax syntax, ExpressionPlan condition) {
        boolean several = condition instanceof ExpressionPlan.And || condition instanceof ExpressionPlan.Or;
        if (several && Contradictions.exclude(List.of(condition))) {
            context.diagnostics()
                    .warning(
                            DiagnosticCode.NEVER_MATCHES,
                            syntax.span(),
                            "nothing can satisfy all of this at once",
                            "use `or`, or change a bound");
        }
    }

    /** A value that is shown or aggregated, of any type. */
    static Optional<ExpressionPlan> value(RuleContext context, Scope scope, ExpressionSyntax syntax) {
        return new ExpressionChecker(context, scope).value(syntax, Optional.empty());
    }

    /** A value of any type; what a condition in it has to be told of is said. */
    static Optional<ExpressionPlan> shown(RuleContext context, Scope scope, ExpressionSyntax syntax) {
        ExpressionChecker checker = new ExpressionChecker(context, scope);
        Optional<ExpressionPlan> value = checker.value(syntax, Optional.empty());
        if (value.isPresent()) {
            checker.optionalUses.report(context.diagnostics());
        }
        return value;
    }

    /** A value that is brought to the type of its place; what does not fit is reported. */
    static Optional<ExpressionPlan> fitting(RuleContext context, Scope scope, ExpressionSyntax syntax, FieldType type) {
        return new ExpressionChecker(context, scope)
                .value(syntax, Optional.of(type))
                .flatMap(value -> fit(context, value, type, syntax));
    }

    /** A value as one of another type, if it is the same or a narrower number. */
    static Optional<ExpressionPlan> fit(
            RuleContext context, ExpressionPlan value, FieldType type, ExpressionSyntax syntax) {
        SourceSpan span = syntax.span();
        FieldType given = value.type();
        boolean widens = given.isNumeric() && type.isNumeric() && TypeWords.wider(given, type) == type;
        if (!given.equals(type) && !widens) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.WRONG_TYPE,
                            span,
                            "this is " + TypeWords.a(given) + ", where " + TypeWords.a(type) + " is needed",
                            TypeWords.hintFor(syntax, given, type));
            return Optional.empty();
        }
        return context.literals().widen(value, type, span);
    }

    /** What stands for this: the value, where it is the name of a let; a name that is a field here is that. */
    ExpressionSyntax meant(ExpressionSyntax syntax) {
        return syntax instanceof ExpressionSyntax.Bare bare && references.isValue(bare.name())
                ? syntax
                : context.expand(syntax);
    }

    private Optional<ExpressionPlan> bool(ExpressionSyntax syntax) {
        if (syntax instanceof ExpressionSyntax.BoolLiteral literal) {
            warnConstant(literal.span(), literal.value());
        }
        Optional<ExpressionPlan> checked = value(syntax, Optional.of(Scalar.BOOL));
        if (checked.isPresent() && checked.get().type() != Scalar.BOOL) {
            error(
                    DiagnosticCode.WRONG_TYPE,
                    syntax.span(),
                    "a condition is true or false, and this is "
                            + TypeWords.a(checked.get().type()));
            return Optional.empty();
        }
        return checked;
    }

    /**
     * Any expression.
     *
     * @param expected the type its place has, by which texts and names of enums are understood
     */
    Optional<ExpressionPlan> value(ExpressionSyntax syntax, Optional<FieldType> expected) {
        if (syntax instanceof ExpressionSyntax.NumberLiteral number) {
            return context.literals().number(number.value(), number.whole(), number.span());
        }
        if (syntax instanceof ExpressionSyntax.TextLiteral text) {
            return context.literals().text(text.text(), expected, text.span());
        }
        if (syntax instanceof ExpressionSyntax.BoolLiteral bool) {
            return Optional.of(new Literal(bool.value(), Scalar.BOOL));
        }
        if (syntax instanceof ExpressionSyntax.DurationLiteral duration) {
            return Optional.of(Literals.duration(duration.nanos()));
        }
        if (syntax instanceof ExpressionSyntax.Bare bare) {
            return bare(bare, expected);
        }
        if (syntax instanceof Qualified qualified) {
            return qualified(qualified);
        }
        if (syntax instanceof ExpressionSyntax.Call call) {
            return new CallChecker(context, scope, references, this).check(call);
        }
        return operation(syntax, expected);
    }

    private Optional<ExpressionPlan> operation(ExpressionSyntax syntax, Optional<FieldType> expected) {
        if (syntax instanceof ExpressionSyntax.Negative negative) {
            return negative(negative);
        }
        if (syntax instanceof ExpressionSyntax.Arithmetic operation) {
            Optional<ExpressionPlan> left = value(operation.left(), Optional.empty());
            Optional<ExpressionPlan> right = value(operation.right(), Optional.empty());
            return left.isPresent() && right.isPresent()
                    ? arithmetic.check(operation, left.get(), right.get())
                    : Optional.empty();
        }
        if (syntax instanceof ExpressionSyntax.Not not) {
            return bool(not.condition()).map(ExpressionPlan.Not::new);
        }
        if (syntax instanceof ExpressionSyntax.And and) {
            return all(and.conditions()).map(ExpressionPlan.And::new);
        }
        if (syntax instanceof ExpressionSyntax.Or or) {
            return all(or.conditions()).map(ExpressionPlan.Or::new);
        }
        if (syntax instanceof ExpressionSyntax.IsMissing test) {
            return missing(test.operand(), test.span(), test.negated())
                    .map(operand -> test.negated()
                            ? new ExpressionPlan.Not(new ExpressionPlan.IsMissing(operand))
                            : new ExpressionPlan.IsMissing(operand));
        }
        if (syntax instanceof ExpressionSyntax.OrElse orElse) {
            return orElse(orElse, expected);
        }
        if (syntax instanceof ExpressionSyntax.Conditional conditional) {
            return conditional(conditional, expected);
        }
        if (syntax instanceof ExpressionSyntax.ClockLiteral || syntax instanceof ExpressionSyntax.ListLiteral) {
            boolean clock = syntax instanceof ExpressionSyntax.ClockLiteral;
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    syntax.span(),
                    clock ? "a time of day alone is for tests" : "a list in brackets is for tests, and behind `in`",
                    clock
                            ? "compare the hour: `hour(at) >= 22`, or write a whole timestamp"
                            : "compare with `in [a, b]`");
            return Optional.empty();
        }
        return comparison(syntax);
    }

    private Optional<List<ExpressionPlan>> all(List<ExpressionSyntax> conditions) {
        List<ExpressionPlan> checked = new ArrayList<>();
        for (ExpressionSyntax condition : conditions) {
            bool(condition).ifPresent(checked::add);
        }
        return checked.size() == conditions.size() ? Optional.of(checked) : Optional.empty();
    }

    private Optional<ExpressionPlan> negative(ExpressionSyntax.Negative negative) {
        if (negative.operand() instanceof ExpressionSyntax.NumberLiteral number) {
            return context.literals().number(number.value().negate(), number.whole(), negative.span());
        }
        Optional<ExpressionPlan> operand = value(negative.operand(), Optional.empty());
        if (operand.isPresent()
                && !operand.get().type().isNumeric()
                && operand.get().type() != Scalar.DURATION) {
            error(
                    DiagnosticCode.WRONG_TYPE,
                    negative.span(),
                    "`-` needs a number, and this is "
                            + TypeWords.a(operand.get().type()));
            return Optional.empty();
        }
        return operand.map(Literals::negated);
    }

    private Optional<ExpressionPlan> bare(ExpressionSyntax.Bare bare, Optional<FieldType> expected) {
        Optional<LetDeclaration> let = lets.find(bare);
        if (!references.isValue(bare.name()) && expected.orElse(null) instanceof FieldType.EnumType enumType) {
            String text = bare.name().text();
            if (enumType.names().contains(text)) {
                return Optional.of(new Literal(text, enumType));
            }
            if (let.isEmpty()) {
                context.literals().unknownEnumName(text, enumType, bare.span());
                return Optional.empty();
            }
        }
        return let.isPresent()
                ? lets.value(let.get(), bare, expected)
                : reference(bare).map(Reference::plan);
    }

    private Optional<ExpressionPlan> qualified(Qualified qualified) {
        if (tables.isLookup(qualified)) {
            return tables.check(qualified, false);
        }
        Optional<LetDeclaration> let = lets.find(qualified);
        return let.isPresent()
                ? lets.value(let.get(), qualified, false)
                : reference(qualified).map(Reference::plan);
    }

    private Optional<ExpressionPlan> conditional(
            ExpressionSyntax.Conditional conditional, Optional<FieldType> expected) {
        Optional<ExpressionPlan> condition = bool(conditional.condition());
        Optional<List<ExpressionPlan>> values = new ComparisonChecker(context, this, references)
                .operands(List.of(conditional.then(), conditional.otherwise()), expected);
        return condition.isPresent() && values.isPresent()
                ? Optional.of(new ExpressionPlan.Conditional(
                        condition.get(), values.get().get(0), values.get().get(1)))
                : Optional.empty();
    }

    /** A name's meaning; its use is noted. */
    private Optional<Reference> reference(ExpressionSyntax syntax) {
        Optional<Reference> reference = resolve(syntax);
        reference
                .filter(Reference::optional)
                .ifPresent(field -> optionalUses.use(field.plan(), written(syntax), syntax.span()));
        return reference;
    }

    private Optional<Reference> resolve(ExpressionSyntax syntax) {
        if (syntax instanceof ExpressionSyntax.Bare bare) {
            return references.bare(bare.name());
        }
        Qualified qualified = (Qualified) syntax;
        boolean maybeRow = !qualified.brackets().isEmpty()
                && qualified.field().isPresent()
                && !scope.rule().events().has(qualified.source().text())
                && !scope.isEventName(qualified.source().text())
                && scope.rule().step(qualified.source().text()).isEmpty();
        if (maybeRow) {
            context.declared().table(qualified.source(), context);
            return Optional.empty();
        }
        if (qualified.filter().isPresent() && scope.aggregates()
                || qualified.field().isEmpty()) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    qualified.span(),
                    "`" + qualified.source().text() + "[…]` stands for many events, not for one value",
                    "say what to make of them: `count(" + qualified.source().text() + "[…]) over 10m`");
            return Optional.empty();
        }
        return references.qualified(qualified, qualified.field().get());
    }

    private static String written(ExpressionSyntax syntax) {
        if (syntax instanceof Qualified qualified) {
            return qualified.source().text() + "."
                    + qualified.field().orElseThrow().text();
        }
        return ((ExpressionSyntax.Bare) syntax).name().text();
    }

    /** What is asked whether it is missing: being missing is what is expected of it. */
    private Optional<ExpressionPlan> missing(ExpressionSyntax operand, SourceSpan whole, boolean negated) {
        if (operand instanceof Qualified row && tables.isLookup(row)) {
            return tables.check(row, true);
        }
        if (!isName(operand)) {
            return value(operand, Optional.empty());
        }
        Optional<Reference> reference = resolve(operand);
        reference.ifPresent(field -> optionalUses.guard(field.plan()));
        reference.filter(Reference::present).ifPresent(field -> warnConstant(whole, negated));
        return reference.map(Reference::plan);
    }

    /** Whether this names a value that stands for itself, and not for an expression. */
    private boolean isName(ExpressionSyntax syntax) {
        if (syntax instanceof ExpressionSyntax.Bare bare) {
            return lets.find(bare).isEmpty();
        }
        return syntax instanceof Qualified qualified
                && !tables.isLookup(qualified)
                && lets.find(qualified).isEmpty();
    }

    private Optional<ExpressionPlan> orElse(ExpressionSyntax.OrElse orElse, Optional<FieldType> expected) {
        Optional<ExpressionPlan> operand;
        if (isName(orElse.operand())) {
            Optional<Reference> reference = resolve(orElse.operand());
            reference.ifPresent(field -> optionalUses.guard(field.plan()));
            operand = reference.map(Reference::plan);
        } else {
            operand = value(orElse.operand(), expected);
        }
        Optional<ExpressionPlan> fallback =
                value(orElse.fallback(), operand.map(ExpressionPlan::type).or(() -> expected));
        if (operand.isEmpty() || fallback.isEmpty()) {
            return Optional.empty();
        }
        return unifier()
                .unify(List.of(orElse.operand(), orElse.fallback()), List.of(operand.get(), fallback.get()))
                .map(sides -> new ExpressionPlan.OrElse(sides.get(0), sides.get(1)));
    }

    private Optional<ExpressionPlan> comparison(ExpressionSyntax syntax) {
        optionalUses.enterComparison();
        Optional<ExpressionPlan> checked = new ComparisonChecker(context, this, references).check(syntax);
        optionalUses.leaveComparison();
        checked.ifPresent(plan -> warnIfConstant(plan, syntax.span()));
        return checked;
    }

    private TypeUnifier unifier() {
        return new TypeUnifier(context);
    }

    private void warnIfConstant(ExpressionPlan plan, SourceSpan span) {
        if (plan instanceof Comparison comparison
                && comparison.left() instanceof Literal left
                && comparison.right() instanceof Literal right) {
            warnConstant(span, Literals.holds(comparison.operator(), left, right));
        }
    }

    private void warnConstant(SourceSpan span, boolean value) {
        context.diagnostics()
                .warning(
                        DiagnosticCode.CONSTANT_CONDITION,
                        span,
                        "this condition is always " + value,
                        value ? "leave it out" : "nothing will ever satisfy it");
    }

    private void error(DiagnosticCode code, SourceSpan span, String message) {
        context.diagnostics().error(code, span, message);
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, String hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
