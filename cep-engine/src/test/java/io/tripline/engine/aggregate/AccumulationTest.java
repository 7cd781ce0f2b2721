package io.tripline.engine.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accumulations that several matches share. */
class AccumulationTest {

    private static final Set<AggregateFunction> FUNCTIONS = EnumSet.of(
            AggregateFunction.COUNT,
            AggregateFunction.SUM,
            AggregateFunction.AVG,
            AggregateFunction.MIN,
            AggregateFunction.MAX,
            AggregateFunction.DISTINCT);

    private static Accumulation plus(Accumulation before, String... numbers) {
        Accumulation result = before;
        Value value = new Value();
        for (String number : numbers) {
            value.setDecimal(new BigDecimal(number));
            result = result.plus(value);
        }
        return result;
    }

    private static String read(Accumulation accumulation, AggregateFunction function) {
        Value value = new Value();
        accumulation.read(value);
        if (value.isMissing()) {
            return "missing";
        }
        boolean whole = function == AggregateFunction.COUNT || function == AggregateFunction.DISTINCT;
        return whole ? "" + value.slot() : value.asDecimal().toPlainString();
    }

    @Test
    void ofNoValueCountsAndSumsAreZeroAndTheRestIsMissing() {
        for (AggregateFunction function : FUNCTIONS) {
            String expected =
                    switch (function) {
                        case COUNT, SUM, DISTINCT -> "0";
                        default -> "missing";
                    };
            assertThat(read(Accumulation.none(function, ValueKind.DECIMAL), function))
                    .isEqualTo(expected);
        }
    }

    @Test
    void whoGrowsFromOneDoesNotChangeTheOther() {
        for (AggregateFunction function : FUNCTIONS) {
            Accumulation common = plus(Accumulation.none(function, ValueKind.DECIMAL), "3", "5");
            Accumulation one = plus(common, "9", "9", "1");
            Accumulation other = plus(common, "4");
            Accumulation third = plus(plus(common, "7"), "9");
            assertThat(read(one, function)).isEqualTo(expected(function, "5", "27", "5.4", "1", "9", "4"));
            assertThat(read(other, function)).isEqualTo(expected(function, "3", "12", "4", "3", "5", "3"));
            assertThat(read(third, function)).isEqualTo(expected(function, "4", "24", "6", "3", "9", "4"));
            assertThat(read(common, function)).isEqualTo(expected(function, "2", "8", "4", "3", "5", "2"));
        }
    }

    private static String expected(
            AggregateFunction function, String count, String sum, String avg, String min, String max, String distinct) {
        return switch (function) {
            case COUNT -> count;
            case SUM -> sum;
            case AVG -> avg;
            case MIN -> min;
            case MAX -> max;
            case DISTINCT -> distinct;
            default -> throw new IllegalArgumentException(function.name());
        };
    }
}
