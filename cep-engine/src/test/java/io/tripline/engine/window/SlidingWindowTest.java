package io.tripline.engine.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.aggregate.ExactSum;
import io.tripline.engine.value.Text;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Windows that slide give what computing them anew gives. */
class SlidingWindowTest {

    private static final long SEED = 99;

    private record Entry(long time, BigDecimal value) {}

    /** Runs a window over random entries, taking a copy now and then, and compares it with all that should be in it. */
    private static void compare(
            SlidingWindow start, ValueMaker maker, Function<Stream<BigDecimal>, Object> expected, Reader reader) {
        SplittableRandom random = new SplittableRandom(SEED);
        SlidingWindow window = start;
        Deque<Entry> entries = new ArrayDeque<>();
        Value value = new Value();
        long time = 0;
        for (int i = 0; i < 5_000; i++) {
            time += random.nextInt(random.nextInt(50) == 0 ? 100 : 4);
            long oldest = time - 40;
            window.expireBefore(oldest);
            entries.removeIf(entry -> entry.time < oldest);
            if (random.nextInt(4) > 0) {
                BigDecimal number = maker.make(random, value);
                window.add(time, value);
                entries.addLast(new Entry(time, number));
            }
            if (random.nextInt(20) == 0) {
                window = window.copy();
            }
            window.read(value);
            Object actual = value.isMissing() ? null : reader.read(value);
            assertThat(actual)
                    .as("seed %d, step %d, %s", SEED, i, entries)
                    .isEqualTo(expected.apply(entries.stream().map(Entry::value)));
        }
    }

    private interface ValueMaker {
        BigDecimal make(SplittableRandom random, Value into);
    }

    private interface Reader {
        Object read(Value value);
    }

    private static BigDecimal decimal(SplittableRandom random, Value into) {
        BigDecimal number = random.nextInt(30) == 0
                ? new BigDecimal("123456789012345678901234567.5")
                : BigDecimal.valueOf(random.nextInt(2_000) - 1_000, random.nextInt(4));
        into.setDecimal(number);
        return number;
    }

    private static BigDecimal whole(SplittableRandom random, Value into) {
        long number = random.nextInt(10) == 0 ? random.nextLong() : random.nextInt(20);
        into.setSlot(number);
        return BigDecimal.valueOf(number);
    }

    private static BigDecimal text(SplittableRandom random, Value into) {
        int number = random.nextInt(15);
        into.setText(Text.of("text-" + number));
        return BigDecimal.valueOf(number);
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static BigDecimal sum(Stream<BigDecimal> values) {
        return values.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Object average(Stream<BigDecimal> values) {
        var all = values.toList();
        return all.isEmpty()
                ? null
                : plain(sum(all.stream()).divide(BigDecimal.valueOf(all.size()), 10, RoundingMode.HALF_EVEN));
    }

    private static final Reader DECIMAL = value -> plain(value.asDecimal());
    private static final Reader WHOLE = Value::slot;

    @Test
    void count() {
        compare(new CountWindow(), SlidingWindowTest::whole, Stream::count, WHOLE);
    }

    @Test
    void sumOfDecimals() {
        SumWindow window = new SumWindow(new ExactSum(ValueKind.DECIMAL), false);
        compare(window, SlidingWindowTest::decimal, values -> plain(sum(values)), DECIMAL);
    }

    @Test
    void sumOfWholeNumbersIsMissingWhereItDoesNotFit() {
        SumWindow window = new SumWindow(new ExactSum(ValueKind.WHOLE), false);
        compare(
                window,
                SlidingWindowTest::whole,
                values -> {
                    BigDecimal sum = sum(values);
                    return sum.toBigInteger().bitLength() < 64 ? sum.longValue() : null;
                },
                WHOLE);
    }

    @Test
    void averageOfDecimals() {
        SumWindow window = new SumWindow(new ExactSum(ValueKind.DECIMAL), true);
        compare(window, SlidingWindowTest::decimal, SlidingWindowTest::average, DECIMAL);
    }

    @Test
    void averageOfWholeNumbers() {
        SumWindow window = new SumWindow(new ExactSum(ValueKind.WHOLE), true);
        compare(window, SlidingWindowTest::whole, SlidingWindowTest::average, DECIMAL);
    }

    @Test
    void sumOfFloatsDoesNotDrift() {
        SumWindow window = new SumWindow(new ExactSum(ValueKind.FLOAT), false);
        compare(
                window,
                (random, into) -> {
                    double number = random.nextInt(10) == 0 ? 1e17 : random.nextDouble();
                    into.setFloat(number);
                    return new BigDecimal(number);
                },
                values -> sum(values).doubleValue(),
                Value::asDouble);
    }

    @Test
    void lowestAndHighest() {
        compare(
                new ExtremeWindow(ValueKind.DECIMAL, true),
                SlidingWindowTest::decimal,
                values -> values.min(Comparator.naturalOrder())
                        .map(SlidingWindowTest::plain)
                        .orElse(null),
                DECIMAL);
        compare(
                new ExtremeWindow(ValueKind.WHOLE, false),
                SlidingWindowTest::whole,
                values -> values.max(Comparator.naturalOrder())
                        .map(BigDecimal::longValue)
                        .orElse(null),
                WHOLE);
    }

    @Test
    void differentValues() {
        compare(
                new DistinctWindow(ValueKind.BYTES),
                SlidingWindowTest::text,
                values -> values.distinct().count(),
                WHOLE);
        compare(
                new DistinctWindow(ValueKind.DECIMAL),
                SlidingWindowTest::decimal,
                values -> values.map(SlidingWindowTest::plain).distinct().count(),
                WHOLE);
        compare(
                new DistinctWindow(ValueKind.WHOLE),
                SlidingWindowTest::whole,
                values -> values.distinct().count(),
                WHOLE);
    }
}
