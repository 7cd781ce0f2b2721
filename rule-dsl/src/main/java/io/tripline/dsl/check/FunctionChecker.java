package io.tripline.dsl.check;

import io.tripline.dsl.check.FunctionSignature.Parameter;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.Function;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions of single values: how many arguments, of which types, in what they are converted. */
final class FunctionChecker {

    private final RuleContext context;
    private final ExpressionChecker expressions;

    FunctionChecker(RuleContext context, ExpressionChecker expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    Optional<ExpressionPlan> check(Call call, FunctionSignature signature) {
        String name = call.function().text();
        if (call.window().isPresent() || !call.ownKey().isEmpty()) {
            error(
                    DiagnosticCode.MISPLACED_WINDOW,
                    call.window().isPresent()
                            ? call.window().get().span()
                            : call.ownKey().get(0).field().span(),
                    "`" + name + "` is a function of single values: it looks at no other events",
                    Optional.of("leave out `" + (call.window().isPresent() ? "over" : "by") + "`"));
            return Optional.empty();
        }
        if (!signature.takes(call.arguments().size())) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    call.span(),
                    "`" + name + "` takes " + signature.takesWords() + ", not "
                            + call.arguments().size(),
                    Optional.empty());
            return Optional.empty();
        }
        List<ExpressionPlan> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            argument(name, signature.parameter(i), call.arguments().get(i)).ifPresent(arguments::add);
        }
        return arguments.size() == call.arguments().size() ? plan(call, signature, arguments) : Optional.empty();
    }

    private Optional<ExpressionPlan> plan(Call call, FunctionSignature signature, List<ExpressionPlan> arguments) {
        Optional<List<ExpressionPlan>> unified = signature.parameter(0) == Parameter.NUMBER
                ? new TypeUnifier(context).unify(call.arguments(), arguments)
                : Optional.of(arguments);
        return unified.map(values -> {
            List<ExpressionPlan> all = new ArrayList<>(values);
            if (all.size() < signature.parameters().size()) {
                all.add(
                        signature.function() == Function.ROUND
                                ? new Literal(0L, Scalar.INT)
                                : new Literal(ZoneNames.UTC, Scalar.STRING));
            }
            FieldType type = signature.result().orElse(all.get(0).type());
            return new ExpressionPlan.FunctionCall(signature.function(), all, type);
        });
    }

    private Optional<ExpressionPlan> argument(String name, Parameter parameter, ExpressionSyntax syntax) {
        if (parameter == Parameter.ZONE) {
            return zone(syntax);
        }
        Optional<FieldType> expected =
                switch (parameter) {
                    case STRING -> Optional.of(Scalar.STRING);
                    case TIMESTAMP -> Optional.of(Scalar.TIMESTAMP);
                    default -> Optional.empty();
                };
        Optional<ExpressionPlan> value = expressions.value(syntax, expected);
        if (value.isPresent() && !fits(parameter, value.get().type())) {
            FieldType type = value.get().type();
            boolean text = parameter == Parameter.STRING && !(type instanceof ListType);
            error(
                    DiagnosticCode.WRONG_TYPE,
                    syntax.span(),
                    "`" + name + "` needs " + parameter.words() + " here, and this is " + TypeWords.a(type),
                    text ? Optional.of("make a text of it with `text(…)`") : Optional.empty());
            return Optional.empty();
        }
        return value.flatMap(plan -> converted(parameter, plan, syntax.span()));
    }

    private static boolean fits(Parameter parameter, FieldType type) {
        return switch (parameter) {
            case NUMBER, FRACTION, FLOAT -> type.isNumeric();
            case INT -> type == Scalar.INT;
            case STRING, ZONE -> type == Scalar.STRING;
            case TIMESTAMP -> type == Scalar.TIMESTAMP;
            case DURATION -> type == Scalar.DURATION;
            case GEO -> type == Scalar.GEO;
            case LIST -> type instanceof ListType;
            case SINGLE -> !(type instanceof ListType);
        };
    }

    private Optional<ExpressionPlan> converted(Parameter parameter, ExpressionPlan value, SourceSpan span) {
        if (parameter == Parameter.FLOAT) {
            return context.literals().widen(value, Scalar.FLOAT, span);
        }
        return parameter == Parameter.FRACTION && value.type() == Scalar.INT
                ? context.literals().widen(value, Scalar.DECIMAL, span)
                : Optional.of(value);
    }

    private Optional<ExpressionPlan> zone(ExpressionSyntax syntax) {
        if (!(context.expand(syntax) instanceof ExpressionSyntax.TextLiteral text)) {
            error(
                    DiagnosticCode.BAD_ARGUMENT,
                    syntax.span(),
                    "a time zone is a constant text",
                    Optional.of("write it as in `\"Europe/Berlin\"`"));
            return Optional.empty();
        }
        return ZoneNames.check(context.diagnostics(), text.text(), syntax.span())
                ? Optional.of(new Literal(text.text(), Scalar.STRING))
                : Optional.empty();
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
