package io.tripline.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.event.GeoPoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values read in a message. */
class ValueTextTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.00, 0", "1.50, 1.5", "-0.10, -0.1", "1E+3, 1000", "1E-9, 0.000000001", "100, 100"})
    void decimalsArePlainWithoutNeedlessZeros(String number, String text) {
        assertThat(ValueText.of(new BigDecimal(number))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.1, 0.1",
        "100, 100",
        "1e21, 1000000000000000000000",
        "2e-3, 0.002",
        "0.30000000000000004, 0.30000000000000004",
        "9007199254740993, 9007199254740992",
        "2.0e-10, 0.0000000002",
        "-1.5, -1.5",
        "1.0e23, 100000000000000000000000"
    })
    void floatsHaveTheFewestDigitsThatSayThem(double number, String text) {
        assertThat(ValueText.of(number)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT1H30M, 1h30m",
        "PT24H, 1d",
        "P30DT1S, 30d1s",
        "PT0.25S, 250ms",
        "PT1.5S, 1s500ms",
        "PT0.0000005S, 0.0005ms",
        "PT-5M, -5m",
        "PT36H2M3S, 1d12h2m3s"
    })
    void durationsAreInTheUnitsOfTheLanguage(Duration duration, String text) {
        assertThat(ValueText.of(duration)).isEqualTo(text);
    }

    @Test
    void theLongestDurationsHaveAText() {
        assertThat(ValueText.of(Duration.ofNanos(Long.MIN_VALUE))).isEqualTo("-106751d23h47m16s854.775808ms");
        assertThat(ValueText.of(Duration.ofNanos(Long.MAX_VALUE))).isEqualTo("106751d23h47m16s854.775807ms");
    }

    @Test
    void theRestReadsAsItIsWritten() {
        assertThat(ValueText.of(Instant.parse("2026-03-01T10:00:00Z"))).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(ValueText.of(5L)).isEqualTo("5");
        assertThat(ValueText.of(true)).isEqualTo("true");
        assertThat(ValueText.of("käse")).isEqualTo("käse");
        assertThat(ValueText.of(new GeoPoint(48.1, -11.25))).isEqualTo("48.1,-11.25");
        assertThat(ValueText.of(List.of("a", new BigDecimal("1.0")))).isEqualTo("a, 1");
        assertThat(ValueText.of(null)).isEqualTo("–");
    }
}
