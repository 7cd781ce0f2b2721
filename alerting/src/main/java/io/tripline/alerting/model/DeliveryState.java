package io.tripline.alerting.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far a delivery has come. */
public enum DeliveryState {
    /** Not yet taken by the receiver; it will be tried, or tried again. */
    PENDING,
    /** The receiver answered 2xx. */
    DELIVERED,
    /** Given up after the last try. */
    DEAD;

    /** The name in JSON and in the database. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of that {@link #wireName}.
     *
     * @throws IllegalArgumentException when there is none
     */
    @JsonCreator
    public static DeliveryState fromWireName(String name) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is not a state; write pending, delivered or dead"));
    }
}
