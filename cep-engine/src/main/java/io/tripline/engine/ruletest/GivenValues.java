package io.tripline.engine.ruletest;

import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.TestPlan.GivenValue;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.value.PlainValues;
import java.util.List;

/** The values that stand in tests, as {@link io.tripline.engine.event.Event#valueAt} gives them. */
final class GivenValues {

    private GivenValues() {}

    static Object plain(GivenValue given, FieldType type) {
        List<Literal> literals = given.values();
        if (type instanceof ListType list) {
            return literals.stream()
                    .map(literal -> plain(literal, list.element()))
                    .toList();
        } else if (type == Scalar.GEO) {
            return new GeoPoint(number(literals.get(0)), number(literals.get(1)));
        }
        return plain(literals.get(0), type);
    }

    static Object plain(Literal literal, FieldType type) {
        return PlainValues.canonical(literal.value(), type);
    }

    private static double number(Literal literal) {
        return ((Number) literal.value()).doubleValue();
    }
}
