package io.tripline.console.decode;

import java.util.Locale;

/** Why an event was not taken. The names on the wire are stable. */
public enum ErrorCode {
    BROKEN_JSON,
    NOT_AN_OBJECT,
    MISSING_TYPE,
    UNKNOWN_TYPE,
    UNKNOWN_FIELD,
    DUPLICATE_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    OUT_OF_RANGE,
    TOO_LONG,
    TOO_DEEP,
    /** The compressed body is broken or cut off. */
    BROKEN_GZIP,
    /** A row of a CSV file that cannot be read. */
    BROKEN_CSV,
    /** The node was busy for longer than a request may wait. */
    OVERLOADED,
    /** The node takes no events now. */
    REFUSED;

    /** As it is written in answers: {@code broken-json}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
