package io.tripline.engine.oracle;

import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Aggregates over a handful of events, computed from scratch. */
final class Aggregation {

    private Aggregation() {}

    static Object of(
            AggregateFunction function,
            Optional<ExpressionPlan> argument,
            Optional<BigDecimal> parameter,
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
            case DISTINCT, APPROX_DISTINCT -> distinct(values);
            case FIRST -> values.isEmpty() ? null : values.get(0);
            case LAST -> values.isEmpty() ? null : values.get(values.size() - 1);
            case STDDEV -> deviation(values);
            case MEDIAN -> quantile(values, new BigDecimal("0.5"));
            case QUANTILE -> quantile(values, parameter.orElseThrow());
            case TOP -> top(values, parameter.orElseThrow().intValueExact());
        };
    }

    private static long distinct(List<Object> values) {
        Set<Object> different = new HashSet<>();
        values.forEach(value -> different.add(Values.canonical(value)));
        return different.size();
    }

    /** The most frequent ones, of equally frequent ones the smaller first. */
    private static List<Object> top(List<Object> values, int most) {
        Map<Object, Integer> counts = new LinkedHashMap<>();
        values.forEach(value -> counts.merge(Values.canonical(value), 1, Integer::sum));
        List<Object> sorted = new ArrayList<>(counts.keySet());
        sorted.sort((a, b) -> {
            int byCount = Integer.compare(counts.get(b), counts.get(a));
            return byCount != 0 ? byCount : Values.compare(a, b);
        });
        return sorted.subList(0, Math.min(most, sorted.size()));
    }

    /** The smallest value at or below which at least that part of the values lies. */
    private static Object quantile(List<Object> values, BigDecimal part) {
        List<Object> sorted = new ArrayList<>(values);
        sorted.sort(Values::compare);
        BigDecimal wanted = part.multiply(BigDecimal.valueOf(values.size()));
        for (int i = 0; i < sorted.size(); i++) {
            if (BigDecimal.valueOf(i + 1L).compareTo(wanted) >= 0) {
                return sorted.get(i);
            }
        }
        return null;
    }

    private static Object sum(List<Object> values, FieldType type) {
        BigDecimal sum = exactSum(values);
        if (type == Scalar.FLOAT) {
            return Values.finite(sum.doubleValue());
        }
        if (type == Scalar.DECIMAL) {
            return sum;
        }
        if (type == Scalar.DURATION) {
            return sum.toBigIntegerExact().bitLength() > 63 ? null : Duration.ofNanos(sum.longValueExact());
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

    /** From the differences of all pairs. */
    private static Double deviation(List<Object> values) {
        if (values.size() < 2) {
            return null;
        }
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < i; j++) {
                squares = squares.add(
                        exact(values.get(i)).subtract(exact(values.get(j))).pow(2));
            }
        }
        BigDecimal pairs = BigDecimal.valueOf((long) values.size() * (values.size() - 1));
        MathContext digits = new MathContext(60);
        return Values.finite(squares.divide(pairs, digits).sqrt(digits).doubleValue());
    }

    private static BigDecimal exact(Object number) {
        if (number instanceof Double value) {
            return new BigDecimal(value);
        }
        if (number instanceof Duration length) {
            return BigDecimal.valueOf(length.toNanos());
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
