package io.tripline.dsl.check;

import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.dsl.syntax.ExpressionSyntax.Call;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What aggregates are called, what they can be made of and what they give. */
final class AggregateNames {

    static final List<String> ALL =
            Arrays.stream(AggregateFunction.values()).map(AggregateNames::name).toList();

    /** Those that can be made of the events of a step: what they need is kept with a partial match. */
    private static final Set<AggregateFunction> OVER_STEPS = EnumSet.of(
            AggregateFunction.COUNT,
            AggregateFunction.SUM,
            AggregateFunction.AVG,
            AggregateFunction.MIN,
            AggregateFunction.MAX,
            AggregateFunction.FIRST,
            AggregateFunction.LAST,
            AggregateFunction.DISTINCT,
            AggregateFunction.STDDEV);

    private AggregateNames() {}

    static String name(AggregateFunction function) {
        return function.name().toLowerCase(Locale.ROOT);
    }

    static Optional<AggregateFunction> find(String name) {
        return Arrays.stream(AggregateFunction.values())
                .filter(function -> name(function).equals(name))
                .findFirst();
    }

    /** Whether this call is of an aggregate; of {@code min} and {@code max} several plain values are compared. */
    static boolean isAggregate(Call call) {
        Optional<AggregateFunction> function = find(call.function().text());
        boolean plain = call.arguments().size() > 1
                && call.window().isEmpty()
                && call.ownKey().isEmpty();
        boolean both = function.filter(named -> named == AggregateFunction.MIN || named == AggregateFunction.MAX)
                .isPresent();
        return function.isPresent() && !(both && plain);
    }

    static boolean canBeOverStep(AggregateFunction function) {
        return OVER_STEPS.contains(function);
    }

    /** Whether a second argument says more: which part of {@code quantile}, how many of {@code top}. */
    static boolean hasParameter(AggregateFunction function) {
        return function == AggregateFunction.QUANTILE || function == AggregateFunction.TOP;
    }

    static boolean takes(AggregateFunction function, FieldType type) {
        return switch (function) {
            case COUNT, FIRST, LAST -> true;
            case DISTINCT, APPROX_DISTINCT, TOP -> TypeWords.isComparable(type);
            case SUM -> type.isNumeric() || type == Scalar.DURATION;
            case AVG, STDDEV -> type.isNumeric();
            case MIN, MAX, MEDIAN, QUANTILE -> type.isNumeric() || type == Scalar.TIMESTAMP || type == Scalar.DURATION;
        };
    }

    static FieldType resultType(AggregateFunction function, FieldType argument) {
        return switch (function) {
            case COUNT, DISTINCT, APPROX_DISTINCT -> Scalar.INT;
            case AVG -> argument == Scalar.INT ? Scalar.DECIMAL : argument;
            case STDDEV -> Scalar.FLOAT;
            case TOP -> new ListType(argument);
            case SUM, MIN, MAX, FIRST, LAST, MEDIAN, QUANTILE -> argument;
        };
    }
}
