package io.tripline.dsl.explain;

import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.ExpressionPlan.StepAggregate;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.FeaturePlan.OwnKey;
import io.tripline.dsl.plan.FeaturePlan.Window.Last;
import io.tripline.dsl.plan.FeaturePlan.Window.Sliding;
import java.util.stream.Collectors;

/** Aggregates in words: {@code the average amount of the Transaction events of the last 30 days}. */
final class FeatureProse {

    private final ExpressionProse expressions;

    /** @param expressions about the event at which the features are read */
    FeatureProse(ExpressionProse expressions) {
        this.expressions = expressions;
    }

    String say(FeaturePlan feature) {
        String event = feature.source().event();
        ExpressionProse inside = expressions.of(event);
        StringBuilder text = new StringBuilder("the ");
        text.append(feature.argument()
                .map(argument -> of(
                                feature.function(),
                                inside.say(argument),
                                feature.parameter()
                                        .map(parameter -> parameter.toPlainString())
                                        .orElse(""))
                        + " of ")
                .orElse("number of "));
        text.append(event).append(" events ").append(window(feature));
        feature.ownKey().ifPresent(key -> text.append(" with ").append(ownKey(key, inside)));
        feature.source().condition().ifPresent(filter -> text.append(" where ").append(inside.condition(filter)));
        if (feature.beforeThis()) {
            text.append(", this one left out");
        }
        return text.toString();
    }

    String say(StepAggregate aggregate) {
        String step = expressions.names().step(aggregate.step());
        ExpressionProse inside = expressions.of(expressions.names().eventOf(aggregate.step()));
        return "the "
                + aggregate
                        .argument()
                        .map(argument -> of(aggregate.function(), inside.say(argument), "") + " of ")
                        .orElse("number of ")
                + step;
    }

    private static String of(AggregateFunction function, String what, String parameter) {
        return switch (function) {
            case COUNT -> "number of " + what + " values";
            case SUM -> "sum of " + what;
            case AVG -> "average " + what;
            case MIN -> "smallest " + what;
            case MAX -> "largest " + what;
            case STDDEV -> "standard deviation of " + what;
            case DISTINCT -> "number of different " + what + " values";
            case APPROX_DISTINCT -> "approximate number of different " + what + " values";
            case FIRST -> "first " + what;
            case LAST -> "last " + what;
            case MEDIAN -> "median " + what;
            case QUANTILE -> parameter + " quantile of " + what;
            case TOP -> parameter + " most frequent " + what + " values";
        };
    }

    private static String window(FeaturePlan feature) {
        if (feature.window() instanceof Last last) {
            return "(the latest " + last.events() + ")";
        }
        Sliding sliding = (Sliding) feature.window();
        String text = "in the " + DurationWords.of(sliding.nanos());
        text += sliding.endingAgoNanos() == 0
                ? " up to now"
                : " that ended " + DurationWords.of(sliding.endingAgoNanos()) + " ago";
        return sliding.stepNanos().isEmpty()
                ? text
                : text + " (in steps of " + DurationWords.of(sliding.stepNanos().getAsLong()) + ")";
    }

    private String ownKey(OwnKey key, ExpressionProse inside) {
        return key.parts().stream()
                .map(part -> inside.say(new io.tripline.dsl.plan.ExpressionPlan.CurrentField(
                                part.field(), part.value().type()))
                        + " equal to this event's " + expressions.say(part.value()))
                .collect(Collectors.joining(" and "));
    }
}
