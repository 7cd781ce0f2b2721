package io.tripline.alerting.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Whether an alert stands. */
public enum AlertState {
    FIRING,
    /** A late event has disproved the match. */
    RETRACTED;

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
    public static AlertState fromWireName(String name) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + name + "' is not a state; write firing or retracted"));
    }
}
