package io.tripline.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NanosTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00Z",
                "2026-03-01T10:00:00.000000001Z",
                "2199-12-31T23:59:59.999999999Z"
            })
    void aTimeComesBack(String text) {
        Instant instant = Instant.parse(text);
        assertThat(Nanos.toInstant(Nanos.of(instant))).isEqualTo(instant);
    }

    @Test
    void timesOutsideOfItsYearsAreRefused() {
        assertThatThrownBy(() -> Nanos.of(Instant.parse("1899-12-31T23:59:59.999999999Z")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Nanos.of(Instant.parse("2200-01-01T00:00:00Z")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Nanos.of(Instant.MAX)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theBoundsAreWhatTheySay() {
        assertThat(Nanos.toInstant(Nanos.MIN)).isEqualTo("1900-01-01T00:00:00Z");
        assertThat(Nanos.toInstant(Nanos.MAX)).isEqualTo("2200-01-01T00:00:00Z");
    }
}
