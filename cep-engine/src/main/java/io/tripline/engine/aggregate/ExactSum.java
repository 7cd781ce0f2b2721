package io.tripline.engine.aggregate;

import io.tripline.engine.event.Decimals;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.DecimalArithmetic;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A sum that values can be added to and taken from without ever losing a digit: a long and a scale while that is
 * enough, else a {@link BigDecimal}. Floats are summed exactly too, and rounded once when the sum is read, so a sliding
 * window does not drift and the order of the values does not matter.
 */
public final class ExactSum {

    private final ValueKind kind;
    private long unscaled;
    private int scale;
    private BigDecimal big;

    public ExactSum(ValueKind kind) {
        this.kind = kind;
        this.big = kind == ValueKind.FLOAT ? BigDecimal.ZERO : null;
    }

    private ExactSum(ExactSum other) {
        this.kind = other.kind;
        this.unscaled = other.unscaled;
        this.scale = other.scale;
        this.big = other.big;
    }

    public ExactSum copy() {
        return new ExactSum(this);
    }

    /** Back to nothing, and to the fast way of summing. */
    public void clear() {
        unscaled = 0;
        scale = 0;
        big = kind == ValueKind.FLOAT ? BigDecimal.ZERO : null;
    }

    /** Goes on from a sum that fits a long; only for whole numbers and decimals. */
    public void setLong(long newUnscaled, int newScale) {
        unscaled = newUnscaled;
        scale = newScale;
        big = null;
    }

    /** Whether the sum does not fit a long. */
    public boolean isBig() {
        return big != null;
    }

    /** The sum is this times ten to the negated {@link #scale}, if it fits a long. */
    public long unscaled() {
        return unscaled;
    }

    public int scale() {
        return scale;
    }

    /** Adds what {@link Value#slot} and {@link Value#keptOrNull} gave. */
    public void add(long slot, Object kept) {
        change(slot, kept, 1);
    }

    /** Adds another sum of the same kind. */
    void add(ExactSum other) {
        if (big == null && other.big == null && changeLong(other.unscaled, other.scale, 1)) {
            return;
        }
        big = asDecimal().add(other.asDecimal());
    }

    /** Takes away what was added before. */
    public void subtract(long slot, Object kept) {
        change(slot, kept, -1);
    }

    private void change(long slot, Object kept, int sign) {
        boolean decimal = kind == ValueKind.DECIMAL;
        if (big == null
                && kept == null
                && changeLong(decimal ? Decimals.unscaled(slot) : slot, decimal ? Decimals.scale(slot) : 0, sign)) {
            return;
        }
        BigDecimal number = kept instanceof BigDecimal bigNumber ? bigNumber : exact(slot);
        BigDecimal sum = asDecimal();
        big = sign > 0 ? sum.add(number) : sum.subtract(number);
    }

    private BigDecimal exact(long slot) {
        return switch (kind) {
            case DECIMAL -> Decimals.unpack(slot);
            case FLOAT -> new BigDecimal(Double.longBitsToDouble(slot));
            case WHOLE, BYTES -> BigDecimal.valueOf(slot);
        };
    }

    /** Changes the long sum; false, and nothing changed, when it does not fit. */
    private boolean changeLong(long unscaledNumber, int numberScale, int sign) {
        long number = unscaledNumber;
        if (numberScale < scale) {
            long power = Decimals.powerOfTen(scale - numberScale);
            long scaled = number * power;
            if (Math.multiplyHigh(number, power) != scaled >> 63) {
                return false;
            }
            number = scaled;
        } else if (numberScale > scale) {
            long power = Decimals.powerOfTen(numberScale - scale);
            long scaled = unscaled * power;
            if (Math.multiplyHigh(unscaled, power) != scaled >> 63) {
                return false;
            }
            unscaled = scaled;
            scale = numberScale;
        }
        long sum = sign > 0 ? unscaled + number : unscaled - number;
        boolean overflow =
                sign > 0 ? ((unscaled ^ sum) & (number ^ sum)) < 0 : ((unscaled ^ number) & (unscaled ^ sum)) < 0;
        if (overflow) {
            return false;
        }
        unscaled = sum;
        return true;
    }

    /** The sum in its kind; a whole number that does not fit 64 bits and a float that is not finite are missing. */
    public void read(Value into) {
        switch (kind) {
            case DECIMAL -> readDecimal(into);
            case FLOAT -> into.setFloat(big.doubleValue());
            case WHOLE, BYTES -> readWhole(into);
        }
    }

    private void readDecimal(Value into) {
        if (big == null) {
            into.setDecimal(unscaled, scale);
        } else {
            into.setDecimal(big);
        }
    }

    private void readWhole(Value into) {
        if (big == null) {
            into.setSlot(unscaled);
        } else if (big.toBigInteger().bitLength() < 64) {
            into.setSlot(big.longValue());
        } else {
            into.setMissing();
        }
    }

    /**
     * The sum divided by a count, to 10 digits after the point, half even; of floats, the nearest double; missing when
     * the count is 0.
     */
    public void readAverage(long count, Value into) {
        if (count == 0) {
            into.setMissing();
        } else if (kind == ValueKind.FLOAT) {
            into.setFloat(big.doubleValue() / count);
        } else if (!readAverageFast(count, into)) {
            into.setDecimal(asDecimal()
                    .divide(BigDecimal.valueOf(count), DecimalArithmetic.QUOTIENT_SCALE, RoundingMode.HALF_EVEN));
        }
    }

    private boolean readAverageFast(long count, Value into) {
        if (big != null || scale > DecimalArithmetic.QUOTIENT_SCALE) {
            return false;
        }
        long power = Decimals.powerOfTen(DecimalArithmetic.QUOTIENT_SCALE - scale);
        long dividend = unscaled * power;
        if (Math.multiplyHigh(unscaled, power) != dividend >> 63) {
            return false;
        }
        long quotient = dividend / count;
        long twiceRest = 2 * Math.abs(dividend % count);
        if (twiceRest > count || twiceRest == count && (quotient & 1) != 0) {
            quotient += Long.signum(dividend);
        }
        into.setDecimal(quotient, DecimalArithmetic.QUOTIENT_SCALE);
        return true;
    }

    private BigDecimal asDecimal() {
        return big != null ? big : BigDecimal.valueOf(unscaled, scale);
    }

    /** Writes the sum with its scale: the form it has, and not only what it comes to, decides when it grows big. */
    public void writeState(StateWriter out) {
        out.flag(big != null);
        if (big != null) {
            out.decimal(big);
        }
        out.signed(unscaled).number(scale);
    }

    /** Becomes the sum that was written. */
    public void readState(StateReader in) {
        big = in.flag() ? in.decimal() : null;
        unscaled = in.signed();
        scale = in.count();
    }
}
