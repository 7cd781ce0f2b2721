package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.syntax.ExpressionSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings values that are compared or stand for each other to one type: the widest, if they are numbers. */
final class TypeUnifier {

    private final RuleContext context;

    TypeUnifier(RuleContext context) {
        this.context = context;
    }

    /** The values with one type, or an error at the first that does not fit the first of all. */
    Optional<List<ExpressionPlan>> unify(List<ExpressionSyntax> syntax, List<ExpressionPlan> values) {
        FieldType type = values.get(0).type();
        for (int i = 1; i < values.size(); i++) {
            FieldType other = values.get(i).type();
            if (type.isNumeric() && other.isNumeric()) {
                type = TypeWords.wider(type, other);
            } else if (!type.equals(other)) {
                explain(syntax.get(i), values.get(0), values.get(i));
                return Optional.empty();
            }
        }
        List<ExpressionPlan> unified = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            context.literals().widen(values.get(i), type, syntax.get(i).span()).ifPresent(unified::add);
        }
        return unified.size() == values.size() ? Optional.of(unified) : Optional.empty();
    }

    private void explain(ExpressionSyntax syntax, ExpressionPlan first, ExpressionPlan other) {
        context.diagnostics()
                .error(
                        DiagnosticCode.WRONG_TYPE,
                        syntax.span(),
                        "this is " + TypeWords.a(other.type()) + ", where " + TypeWords.a(first.type()) + " is needed",
                        TypeWords.hintFor(syntax, other.type(), first.type()));
    }
}
