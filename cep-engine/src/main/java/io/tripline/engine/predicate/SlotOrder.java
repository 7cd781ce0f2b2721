package io.tripline.engine.predicate;

import io.tripline.engine.event.Decimals;
import io.tripline.engine.value.ValueKind;

/** How the slots of a kind of field are ordered. */
enum SlotOrder {
    WHOLE {
        @Override
        int compare(long left, long right) {
            return Long.compare(left, right);
        }
    },
    DECIMAL {
        @Override
        int compare(long left, long right) {
            return Decimals.compare(left, right);
        }
    },
    FLOAT {
        @Override
        int compare(long left, long right) {
            return Double.compare(Double.longBitsToDouble(left), Double.longBitsToDouble(right));
        }
    };

    abstract int compare(long left, long right);

    /** The order of a kind other than bytes. */
    static SlotOrder of(ValueKind kind) {
        return switch (kind) {
            case WHOLE -> WHOLE;
            case DECIMAL -> DECIMAL;
            case FLOAT -> FLOAT;
            case BYTES -> throw new IllegalArgumentException("bytes have no slot to order");
        };
    }
}
