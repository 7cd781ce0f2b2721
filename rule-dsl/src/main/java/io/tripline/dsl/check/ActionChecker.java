package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.ActionPlan.MessagePart;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.Clause;
import io.tripline.dsl.syntax.DurationValue;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.TemplatePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks what a rule does when it fires. */
final class ActionChecker {

    private final RuleContext context;
    private final Scope scope;

    ActionChecker(RuleContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    /** The actions in the order of writing; empty when one of them is wrong. */
    Optional<List<ActionPlan>> check(List<Clause> clauses) {
        List<ActionPlan> actions = new ArrayList<>();
        boolean valid = true;
        for (Clause clause : clauses) {
            if (isAction(clause)) {
                Optional<? extends ActionPlan> action = action(clause);
                action.ifPresent(actions::add);
                valid &= action.isPresent();
            }
        }
        return valid && !actions.isEmpty() ? Optional.of(actions) : Optional.empty();
    }

    static boolean isAction(Clause clause) {
        return clause instanceof Clause.Alert
                || clause instanceof Clause.Emit
                || clause instanceof Clause.Add
                || clause instanceof Clause.Remove
                || clause instanceof Clause.Score;
    }

    private Optional<? extends ActionPlan> action(Clause clause) {
        if (clause instanceof Clause.Alert alert) {
            return alert(alert);
        } else if (clause instanceof Clause.Emit emit) {
            return new EmitChecker(context, scope).check(emit);
        } else if (clause instanceof Clause.Add add) {
            return add(add);
        } else if (clause instanceof Clause.Remove remove) {
            return listValue(remove.value(), remove.list())
                    .map(value -> new ActionPlan.RemoveFromList(remove.list().text(), value));
        }
        return score((Clause.Score) clause);
    }

    private Optional<ActionPlan.Alert> alert(Clause.Alert alert) {
        List<MessagePart> message = new ArrayList<>();
        for (TemplatePart part : alert.message()) {
            if (part instanceof TemplatePart.Text text) {
                message.add(new MessagePart.Text(text.text()));
            } else if (part instanceof TemplatePart.Value value) {
                ExpressionChecker.value(context, scope, value.expression())
                        .ifPresent(plan -> message.add(new MessagePart.Value(plan)));
            }
        }
        return message.size() == alert.message().size() ? Optional.of(new ActionPlan.Alert(message)) : Optional.empty();
    }

    private Optional<ActionPlan.AddToList> add(Clause.Add add) {
        boolean fits = add.forDuration().isEmpty()
                || DurationRange.check(add.forDuration().get(), context);
        OptionalLong forNanos = add.forDuration()
                .map(DurationValue::nanos)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        Optional<ExpressionPlan> value = listValue(add.value(), add.list());
        return fits ? value.map(plan -> new ActionPlan.AddToList(add.list().text(), plan, forNanos)) : Optional.empty();
    }

    /** What goes on a list, or off it. */
    private Optional<ExpressionPlan> listValue(ExpressionSyntax value, Name name) {
        Optional<ListShape> list = context.declared().list(name, context);
        if (list.isEmpty() || list.get().element().isEmpty()) {
            return Optional.empty();
        }
        return ExpressionChecker.fitting(
                context, scope, value, list.get().element().get());
    }

    private Optional<ActionPlan.Score> score(Clause.Score score) {
        Optional<ExpressionPlan> points = ExpressionChecker.value(context, scope, score.points());
        if (points.isPresent()
                && points.get().type() != Scalar.INT
                && points.get().type() != Scalar.DECIMAL) {
            SourceSpan span = score.points().span();
            context.diagnostics()
                    .error(
                            DiagnosticCode.WRONG_TYPE,
                            span,
                            "a score is an int or a decimal, and this is "
                                    + TypeWords.a(points.get().type()),
                            "write how many points the rule gives: `score 40`");
            return Optional.empty();
        }
        return points.flatMap(plan -> context.literals()
                        .widen(plan, Scalar.DECIMAL, score.points().span()))
                .map(ActionPlan.Score::new);
    }
}
