package io.tripline.engine.oracle;

import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Aggregates over a handful of events, computed from scratch. */
final class Aggregation {

    private Aggregation() {}

    static Object of(
            AggregateFunction function,
            Optional<ExpressionPlan> argument,
            FieldType type,
            List<SeenEvent> events,
            Evaluation moment) {
        if (argument.isEmpty()) {
            return (long) events.size();
        }
        List<Object> values = new ArrayList<>();
        for (SeenEvent event : events) {
            Object value = moment.at(event).value(argument.get());
            if (value != null) {
                values.add(value);
            }
        }
        return switch (function) {
            case COUNT -> (long) values.size();
            case SUM -> sum(values, type);
            case AVG -> values.isEmpty() ? null : average(values, type);
            case MIN -> values.stream().min(Values::compare).orElse(null);
            case MAX -> values.stream().max(Values::compare).orElse(null);
            case DISTINCT -> distinct(values);
            default -> throw new IllegalStateException("the oracle does not know " + function);
        };
    }

    private static long distinct(List<Object> values) {
        Set<Object> different = new HashSet<>();
        values.forEach(value -> different.add(Values.canonical(value)));
        return different.size();
    }

    private static Object sum(List<Object> values, FieldType type) {
        BigDecimal sum = exactSum(values);
        if (type == Scalar.FLOAT) {
            return Values.finite(sum.doubleValue());
        }
        if (type == Scalar.DECIMAL) {
            return sum;
        }
        // An int that does not fit 64 bits is missing.
        if (sum.toBigIntegerExact().bitLength() > 63) {
            return null;
        }
        return sum.longValueExact();
    }

    private static Object average(List<Object> values, FieldType type) {
        if (type == Scalar.FLOAT) {
            Double sum = (Double) sum(values, type);
            return sum == null ? null : Values.finite(sum / values.size());
        }
        BigDecimal count = BigDecimal.valueOf(values.size());
        return Values.quotient(exactSum(values), count);
    }

    private static BigDecimal exact(Object number) {
        if (number instanceof Double value) {
            return new BigDecimal(value);
        }
        return number instanceof BigDecimal value ? value : BigDecimal.valueOf((Long) number);
    }

    private static BigDecimal exactSum(List<Object> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object value : values) {
            sum = sum.add(exact(value));
        }
        return sum;
    }
}
