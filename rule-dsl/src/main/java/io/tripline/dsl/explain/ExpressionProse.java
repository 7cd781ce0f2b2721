package io.tripline.dsl.explain;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.And;
import io.tripline.dsl.plan.ExpressionPlan.Arithmetic;
import io.tripline.dsl.plan.ExpressionPlan.Comparison;
import io.tripline.dsl.plan.ExpressionPlan.In;
import io.tripline.dsl.plan.ExpressionPlan.IsMissing;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.ExpressionPlan.Not;
import io.tripline.dsl.plan.ExpressionPlan.Or;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Expressions in words, as they are about one event: {@code its amount is more than 200}. */
final class ExpressionProse {

    private final FieldNames names;
    private final List<FeaturePlan> features;
    private final String event;

    /**
     * @param features what {@link ExpressionPlan.Feature}s refer to
     * @param event the type of the event under test; empty where there is none
     */
    ExpressionProse(FieldNames names, List<FeaturePlan> features, String event) {
        this.names = names;
        this.features = features;
        this.event = event;
    }

    /** The same, about another event. */
    ExpressionProse of(String otherEvent) {
        return new ExpressionProse(names, features, otherEvent);
    }

    FieldNames names() {
        return names;
    }

    /** A condition: a field that is true or false is said to be. */
    String condition(ExpressionPlan plan) {
        boolean bare = plan instanceof ExpressionPlan.CurrentField || plan instanceof ExpressionPlan.StepField;
        return bare ? value(plan) + " is true" : say(plan);
    }

    String say(ExpressionPlan plan) {
        if (plan instanceof Comparison comparison) {
            return side(comparison.left()) + " " + operator(comparison.operator()) + " " + side(comparison.right());
        } else if (plan instanceof And and) {
            return joined(and.conditions(), " and ");
        } else if (plan instanceof Or or) {
            return joined(or.conditions(), " or ");
        } else if (plan instanceof Not not) {
            return not(not.condition());
        } else if (plan instanceof In in) {
            return side(in.operand()) + " is one of " + all(in.candidates());
        } else if (plan instanceof IsMissing missing) {
            return side(missing.operand()) + " is missing";
        } else if (plan instanceof ExpressionPlan.OnList onList) {
            return side(onList.operand()) + " is on the list " + onList.list();
        } else if (plan instanceof ExpressionPlan.InValues inValues) {
            return side(inValues.operand()) + " is among " + side(inValues.values());
        } else if (plan instanceof ExpressionPlan.InNetwork inNetwork) {
            return side(inNetwork.operand()) + " is in the network " + inNetwork.network();
        } else if (plan instanceof ExpressionPlan.Like like) {
            return side(like.operand()) + " is like \"" + like.pattern() + "\"";
        } else if (plan instanceof ExpressionPlan.Matches matches) {
            return side(matches.operand()) + " matches /" + matches.regularExpression() + "/";
        }
        return value(plan);
    }

    private String value(ExpressionPlan plan) {
        if (plan instanceof Literal literal) {
            return literal(literal);
        } else if (plan instanceof ExpressionPlan.CurrentField field) {
            return names.field(event, field.field());
        } else if (plan instanceof ExpressionPlan.StepField field) {
            return names.step(field.step()) + "'s " + names.stepField(field.step(), field.field());
        } else if (plan instanceof ExpressionPlan.PreviousStepField field) {
            return names.step(field.step()) + "'s previous " + names.stepField(field.step(), field.field());
        } else if (plan instanceof ExpressionPlan.KeyPart part) {
            return names.keyPart(part.part());
        } else if (plan instanceof ExpressionPlan.Feature feature) {
            return new FeatureProse(this).say(features.get(feature.index()));
        } else if (plan instanceof ExpressionPlan.StepAggregate aggregate) {
            return new FeatureProse(this).say(aggregate);
        } else if (plan instanceof ExpressionPlan.TableField field) {
            return names.field(field.table(), field.field()) + " of " + field.table() + " " + all(field.key());
        } else if (plan instanceof ExpressionPlan.Convert convert) {
            return value(convert.operand());
        } else if (plan instanceof ExpressionPlan.Negate negate) {
            return "minus " + side(negate.operand());
        } else if (plan instanceof Arithmetic arithmetic) {
            return side(arithmetic.left()) + " " + operator(arithmetic.operator()) + " " + side(arithmetic.right());
        } else if (plan instanceof ExpressionPlan.OrElse orElse) {
            return side(orElse.operand()) + " (or " + side(orElse.fallback()) + " where it is missing)";
        } else if (plan instanceof ExpressionPlan.Conditional conditional) {
            return say(conditional.then()) + " if " + condition(conditional.condition()) + ", else "
                    + say(conditional.otherwise());
        } else if (plan instanceof ExpressionPlan.FunctionCall call) {
            return call.function().name().toLowerCase(Locale.ROOT) + "(" + all(call.arguments()) + ")";
        } else if (plan instanceof ExpressionPlan.TotalScore) {
            return "the total score";
        }
        return say(plan);
    }

    /** An operand, in brackets where it is more than one word's worth. */
    private String side(ExpressionPlan plan) {
        ExpressionPlan inner = plan instanceof ExpressionPlan.Convert convert ? convert.operand() : plan;
        boolean composed = inner instanceof Arithmetic
                || inner instanceof And
                || inner instanceof Or
                || inner instanceof ExpressionPlan.Conditional
                || inner instanceof Comparison;
        return composed ? "(" + say(inner) + ")" : say(inner);
    }

    private String not(ExpressionPlan condition) {
        if (condition instanceof IsMissing missing) {
            return side(missing.operand()) + " is given";
        } else if (condition instanceof In in) {
            return side(in.operand()) + " is none of " + all(in.candidates());
        } else if (condition instanceof ExpressionPlan.OnList onList) {
            return side(onList.operand()) + " is not on the list " + onList.list();
        }
        boolean bare =
                condition instanceof ExpressionPlan.CurrentField || condition instanceof ExpressionPlan.StepField;
        return bare ? value(condition) + " is not true" : "not (" + say(condition) + ")";
    }

    private String joined(List<ExpressionPlan> conditions, String joint) {
        return conditions.stream()
                .map(condition ->
                        condition instanceof And || condition instanceof Or ? side(condition) : condition(condition))
                .collect(Collectors.joining(joint));
    }

    private String all(List<ExpressionPlan> plans) {
        return plans.stream().map(this::say).collect(Collectors.joining(", "));
    }

    private static String literal(Literal literal) {
        if (literal.type() == Scalar.STRING) {
            return "\"" + literal.value() + "\"";
        } else if (literal.value() instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (literal.value() instanceof Duration duration) {
            return DurationWords.of(duration.toNanos());
        }
        return String.valueOf(literal.value());
    }

    private static String operator(Comparison.Operator operator) {
        return switch (operator) {
            case EQUAL -> "is";
            case NOT_EQUAL -> "is not";
            case LESS -> "is less than";
            case LESS_OR_EQUAL -> "is at most";
            case GREATER -> "is more than";
            case GREATER_OR_EQUAL -> "is at least";
        };
    }

    private static String operator(Arithmetic.Operator operator) {
        return switch (operator) {
            case ADD -> "plus";
            case SUBTRACT -> "minus";
            case MULTIPLY -> "times";
            case DIVIDE -> "divided by";
            case REMAINDER -> "modulo";
        };
    }
}
