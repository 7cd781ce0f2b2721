package io.tripline.engine.predicate;

import io.tripline.dsl.plan.ExpressionPlan.Comparison.Operator;

/**
 * The slots between two bounds, either of which may be absent.
 *
 * @param low means nothing where there is no lower bound
 * @param high means nothing where there is no upper bound
 */
record SlotRange(SlotOrder order, Bound lower, long low, Bound upper, long high) {

    enum Bound {
        NONE,
        /** The bound itself belongs to it. */
        WITH,
        WITHOUT
    }

    /** The slots for which {@code slot operator constant} is true; not for {@code !=}. */
    static SlotRange of(SlotOrder order, Operator operator, long constant) {
        return switch (operator) {
            case LESS -> new SlotRange(order, Bound.NONE, 0, Bound.WITHOUT, constant);
            case LESS_OR_EQUAL -> new SlotRange(order, Bound.NONE, 0, Bound.WITH, constant);
            case GREATER -> new SlotRange(order, Bound.WITHOUT, constant, Bound.NONE, 0);
            case GREATER_OR_EQUAL -> new SlotRange(order, Bound.WITH, constant, Bound.NONE, 0);
            case EQUAL -> new SlotRange(order, Bound.WITH, constant, Bound.WITH, constant);
            case NOT_EQUAL -> throw new IllegalArgumentException("not one range: " + operator);
        };
    }

    boolean isClosed() {
        return lower != Bound.NONE && upper != Bound.NONE;
    }

    boolean holds(long slot) {
        return isAboveLower(slot) && isBelowUpper(slot);
    }

    boolean isAboveLower(long slot) {
        if (lower == Bound.NONE) {
            return true;
        }
        int side = order.compare(slot, low);
        return side > 0 || side == 0 && lower == Bound.WITH;
    }

    boolean isBelowUpper(long slot) {
        if (upper == Bound.NONE) {
            return true;
        }
        int side = order.compare(slot, high);
        return side < 0 || side == 0 && upper == Bound.WITH;
    }

    /** What is in both. */
    SlotRange and(SlotRange other) {
        boolean otherLow = compareLower(other) < 0;
        boolean otherHigh = compareUpper(other) > 0;
        return new SlotRange(
                order,
                otherLow ? other.lower : lower,
                otherLow ? other.low : low,
                otherHigh ? other.upper : upper,
                otherHigh ? other.high : high);
    }

    /** By where they begin. */
    int compareLower(SlotRange other) {
        if (lower == Bound.NONE || other.lower == Bound.NONE) {
            return Boolean.compare(lower != Bound.NONE, other.lower != Bound.NONE);
        }
        int side = order.compare(low, other.low);
        return side != 0 ? side : Boolean.compare(lower == Bound.WITHOUT, other.lower == Bound.WITHOUT);
    }

    /** By where they end. */
    int compareUpper(SlotRange other) {
        if (upper == Bound.NONE || other.upper == Bound.NONE) {
            return Boolean.compare(upper == Bound.NONE, other.upper == Bound.NONE);
        }
        int side = order.compare(high, other.high);
        return side != 0 ? side : Boolean.compare(upper == Bound.WITH, other.upper == Bound.WITH);
    }
}
