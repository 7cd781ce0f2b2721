package io.tripline.engine.snapshot;

import io.tripline.engine.event.GeoPoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes and reads plain objects, as {@link io.tripline.engine.event.Event#valueAt} gives them. */
final class PlainForm {
    private static final int MISSING = 0;
    private static final int LONG = 1;
    private static final int DECIMAL = 2;
    private static final int FLOAT = 3;
    private static final int TEXT = 4;
    private static final int BOOL = 5;
    private static final int INSTANT = 6;
    private static final int DURATION = 7;
    private static final int GEO = 8;
    private static final int LIST = 9;

    private PlainForm() {}

    static void write(Object valueOrNull, StateWriter out) {
        if (valueOrNull == null) {
            out.number(MISSING);
        } else if (valueOrNull instanceof Long number) {
            out.number(LONG).signed(number);
        } else if (valueOrNull instanceof BigDecimal number) {
            out.number(DECIMAL).decimal(number);
        } else if (valueOrNull instanceof Double number) {
            out.number(FLOAT).signed(Double.doubleToRawLongBits(number));
        } else if (valueOrNull instanceof String text) {
            out.number(TEXT).text(text);
        } else if (valueOrNull instanceof Boolean truth) {
            out.number(BOOL).flag(truth);
        } else if (valueOrNull instanceof Instant instant) {
            out.number(INSTANT).signed(instant.getEpochSecond()).number(instant.getNano());
        } else if (valueOrNull instanceof Duration duration) {
            out.number(DURATION).signed(duration.getSeconds()).number(duration.getNano());
        } else if (valueOrNull instanceof GeoPoint point) {
            out.number(GEO)
                    .signed(Double.doubleToRawLongBits(point.latitude()))
                    .signed(Double.doubleToRawLongBits(point.longitude()));
        } else if (valueOrNull instanceof List<?> list) {
            out.number(LIST).number(list.size());
            list.forEach(element -> write(element, out));
        } else {
            throw new IllegalArgumentException("no plain object: " + valueOrNull.getClass());
        }
    }

    static Object readOrNull(StateReader in) {
        int kind = in.count();
        return switch (kind) {
            case MISSING -> null;
            case LONG -> in.signed();
            case DECIMAL -> in.decimal();
            case FLOAT -> Double.longBitsToDouble(in.signed());
            case TEXT -> in.text();
            case BOOL -> in.flag();
            case INSTANT -> Instant.ofEpochSecond(in.signed(), in.number());
            case DURATION -> Duration.ofSeconds(in.signed(), in.number());
            case GEO -> new GeoPoint(Double.longBitsToDouble(in.signed()), Double.longBitsToDouble(in.signed()));
            case LIST -> {
                List<Object> list = new ArrayList<>();
                for (int left = in.count(); left > 0; left--) {
                    list.add(readOrNull(in));
                }
                yield Collections.unmodifiableList(list);
            }
            default -> throw new StateUnreadableException("there is no kind of value " + kind);
        };
    }
}
