package io.tripline.console.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.event.GeoPoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each type takes, and what it says of anything else. */
class ValuesTest {

    @Test
    void wholeNumbersOf64Bits() {
        assertThat(value("int", "-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(value("int", "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(value("int", "-0")).isEqualTo(0L);
        assertThat(error("int", "9223372036854775808"))
                .isEqualTo("1 /int out-of-range: 9223372036854775808 does not fit: an int has 64 bits");
        assertThat(error("int", "-9223372036854775809")).contains("out-of-range");
        assertThat(error("int", "1" + "0".repeat(5_000)))
                .contains("out-of-range")
                .hasSizeLessThan(120);
        assertThat(error("int", "1.0"))
                .isEqualTo("1 /int wrong-type: 1.0 is not an int; write a whole number such as 42");
        assertThat(error("int", "\"42\""))
                .isEqualTo("1 /int wrong-type: \"42\" is a text, not an int; write 42 without quotes");
        assertThat(error("int", "true"))
                .isEqualTo("1 /int wrong-type: true is not an int; write a whole number such as 42");
        assertThat(error("int", "{\"a\":1}")).contains("an object is not an int");
    }

    @Test
    void decimalsExactly() {
        assertThat(value("decimal", "12.50")).isEqualTo(new BigDecimal("12.5"));
        assertThat(value("decimal", "-0.1")).isEqualTo(new BigDecimal("-0.1"));
        assertThat(value("decimal", "12345678901234567")).isEqualTo(new BigDecimal("12345678901234567"));
        assertThat(value("decimal", "0.000000000000000001")).isEqualTo(new BigDecimal("0.000000000000000001"));
        assertThat(value("decimal", "15e2")).isEqualTo(new BigDecimal("1500"));
        assertThat(value("decimal", "1.50000000000000000000000000")).isEqualTo(new BigDecimal("1.5"));
        assertThat(value("decimal", "0e999999999")).isEqualTo(new BigDecimal("0"));
        assertThat(error("decimal", "1.2345678901234567891"))
                .isEqualTo(
                        "1 /decimal out-of-range: 1.2345678901234567891 does not fit: more than 17 significant digits");
        assertThat(error("decimal", "1e999999999")).contains("does not fit: more than 17 digits before the point");
        assertThat(error("decimal", "1e-999999999")).contains("out-of-range");
        assertThat(error("decimal", "9".repeat(100_000)))
                .contains("out-of-range")
                .hasSizeLessThan(120);
        assertThat(error("decimal", "\"abc\""))
                .isEqualTo("1 /decimal wrong-type: 'abc' is not a decimal; write a number such as 12.50");
        assertThat(error("decimal", "\"12.50\""))
                .isEqualTo("1 /decimal wrong-type: \"12.50\" is a text, not a decimal; write 12.50 without quotes");
    }

    @Test
    void floatsThatAreFinite() {
        assertThat(value("float", "1e-3")).isEqualTo(0.001);
        assertThat(value("float", "7")).isEqualTo(7.0);
        assertThat(error("float", "1e999"))
                .isEqualTo("1 /float out-of-range: 1e999 does not fit: a float is at most 1.8e308");
        assertThat(error("float", "NaN")).startsWith("1  broken-json: not JSON at column");
        assertThat(error("float", "\"NaN\"")).contains("'NaN' is not a float");
    }

    @Test
    void texts() {
        assertThat(value("string", "\"Zoë 🚀 \\u00e9\"")).isEqualTo("Zoë 🚀 é");
        assertThat(value("string", "\"" + "x".repeat(65_536) + "\"")).isEqualTo("x".repeat(65_536));
        assertThat(error("string", "\"" + "x".repeat(65_537) + "\""))
                .startsWith("1 /string too-long: 'xxxx")
                .endsWith("…' is longer than the 65536 bytes a text may have");
        assertThat(error("string", "\"" + "é".repeat(40_000) + "\"")).contains("too-long");
        assertThat(error("string", "\"a\\ud800b\""))
                .isEqualTo("1 /string wrong-type: 'a\uFFFDb' holds half of a surrogate pair, which is no character");
        assertThat(error("string", "17"))
                .isEqualTo("1 /string wrong-type: 17 is a number, not a string; write \"17\" in quotes");
        assertThat(error("string", "[\"a\"]")).contains("an array is not a string; write a text in quotes");
    }

    @Test
    void bools() {
        assertThat(value("bool", "true")).isEqualTo(true);
        assertThat(value("bool", "false")).isEqualTo(false);
        assertThat(error("bool", "\"true\""))
                .isEqualTo("1 /bool wrong-type: 'true' is not a bool; write true or false");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z,             2026-03-01T10:00:00Z",
        "2026-03-01 10:00:00z,             2026-03-01T10:00:00Z",
        "2026-03-01T10:00Z,                2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.123456789Z,   2026-03-01T10:00:00.123456789Z",
        "2024-02-29T23:30:00.5-01:30,      2024-03-01T01:00:00.500Z",
        "1969-12-31T23:59:59.999999999Z,   1969-12-31T23:59:59.999999999Z",
        "1900-01-01T00:00:00Z,             1900-01-01T00:00:00Z",
        "2199-12-31T23:59:59Z,             2199-12-31T23:59:59Z",
        "2000-02-29T00:00:00+0100,         2000-02-28T23:00:00Z"
    })
    void timesWithTheirOffset(String written, String meant) {
        assertThat(value("timestamp", "\"" + written + "\"")).isEqualTo(Instant.parse(meant));
    }

    @Test
    void everyDayOfFourCenturiesIsTheCalendars() throws InvalidEventException {
        for (long day = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond() / 86_400; day < 84_006; day++) {
            Instant instant = Instant.ofEpochSecond(day * 86_400 + 45_296);
            assertThat(TimestampText.withOffset(instant.toString()))
                    .isEqualTo(instant.getEpochSecond() * 1_000_000_000);
        }
    }

    @Test
    void timesAsMilliseconds() {
        assertThat(value("timestamp", "1772359200123")).isEqualTo(Instant.parse("2026-03-01T10:00:00.123Z"));
        assertThat(error("timestamp", "1772359200123000")).contains("out-of-range", "a number is in milliseconds");
        assertThat(error("timestamp", "1772359200.5")).contains("is not a timestamp");
    }

    @Test
    void otherTimesAreRefused() {
        assertThat(error("timestamp", "\"2026-03-01T10:00:00\""))
                .isEqualTo(
                        "1 /timestamp wrong-type: '2026-03-01T10:00:00' does not say its offset from UTC; add Z or one"
                                + " such as +01:00");
        assertThat(error("timestamp", "\"2026-02-29T10:00:00Z\"")).contains("is not a timestamp; write a time with");
        assertThat(error("timestamp", "\"2026-03-01\"")).contains("is not a timestamp");
        assertThat(error("timestamp", "\"2026-13-01T10:00:00Z\"")).contains("is not a timestamp");
        assertThat(error("timestamp", "\"2026-03-01T10:00:00.Z\"")).contains("is not a timestamp");
        assertThat(error("timestamp", "\"2026-03-01T10:00:00ZZ\"")).contains("is not a timestamp");
        assertThat(error("timestamp", "\"1850-03-01T10:00:00Z\"")).contains("is not between the years 1900 and 2199");
        assertThat(error("timestamp", "\"yesterday\"")).contains("'yesterday' is not a timestamp");
    }

    @Test
    void durations() {
        assertThat(value("duration", "\"5m\"")).isEqualTo(Duration.ofMinutes(5));
        assertThat(value("duration", "\"1h30m\"")).isEqualTo(Duration.ofMinutes(90));
        assertThat(value("duration", "\"250ms\"")).isEqualTo(Duration.ofMillis(250));
        assertThat(value("duration", "\"PT5M\"")).isEqualTo(Duration.ofMinutes(5));
        assertThat(value("duration", "\"P1DT12H\"")).isEqualTo(Duration.ofHours(36));
        assertThat(error("duration", "\"5 minutes\""))
                .isEqualTo(
                        "1 /duration wrong-type: '5 minutes' is not a duration; write a duration such as 5m or PT5M");
        assertThat(error("duration", "300")).contains("300 is not a duration");
        assertThat(error("duration", "\"999999999d\"")).contains("out-of-range");
    }

    @Test
    void addresses() {
        assertThat(value("ip", "\"192.0.2.1\"")).isEqualTo("192.0.2.1");
        assertThat(value("ip", "\"2001:db8::1\"")).isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(error("ip", "\"example.com\""))
                .isEqualTo("1 /ip wrong-type: 'example.com' is not an IP address; write an address such as 192.0.2.1 or"
                        + " 2001:db8::1");
        assertThat(error("ip", "\"192.0.2.256\"")).contains("is not an IP address");
    }

    @Test
    void positions() {
        assertThat(value("geo", "{\"lat\": 48.2, \"lon\": -16}")).isEqualTo(new GeoPoint(48.2, -16));
        assertThat(value("geo", "[48.2, 16.4]")).isEqualTo(new GeoPoint(48.2, 16.4));
        assertThat(error("geo", "[91, 0]")).startsWith("1 /geo out-of-range: latitude 91.0");
        assertThat(error("geo", "[1]"))
                .isEqualTo("1 /geo/1 wrong-type: the end of the array is not a float; write a number such as 0.75");
        assertThat(error("geo", "[1, 2, 3]")).contains("a position has two numbers");
        assertThat(error("geo", "{\"lat\": 1}")).isEqualTo("1 /geo/lon missing-field: the position has no `lon`");
        assertThat(error("geo", "{\"lat\": 1, \"lng\": 2}")).startsWith("1 /geo/lng unknown-field");
        assertThat(error("geo", "{\"lat\": 1, \"lat\": 2}")).startsWith("1 /geo/lat duplicate-field");
        assertThat(error("geo", "{\"lat\": 1, \"lon\": \"2\"}")).startsWith("1 /geo/lon wrong-type");
    }

    @Test
    void enumsByName() {
        assertThat(value("channel", "\"app\"")).isEqualTo("app");
        assertThat(error("channel", "\"ap\""))
                .isEqualTo("1 /channel wrong-type: 'ap' is not one of web, app, branch; did you mean `app`?");
    }

    @Test
    void lists() {
        assertThat(value("ints", "[1, 2]")).isEqualTo(List.of(1L, 2L));
        assertThat(value("strings", "[]")).isEqualTo(List.of());
        assertThat(value("geos", "[[1, 2], {\"lat\": 3, \"lon\": 4}]"))
                .isEqualTo(List.of(new GeoPoint(1, 2), new GeoPoint(3, 4)));
        assertThat(value("channels", "[\"web\"]")).isEqualTo(List.of("web"));
        assertThat(error("ints", "[1, \"x\"]"))
                .isEqualTo("1 /ints/1 wrong-type: 'x' is not an int; write a whole number such as 42");
        assertThat(error("ints", "[1, null]")).startsWith("1 /ints/1 wrong-type: null is not an int");
        assertThat(error("ints", "[[1]]")).startsWith("1 /ints/0 wrong-type: an array is not an int");
        assertThat(error("ints", "7"))
                .isEqualTo("1 /ints wrong-type: 7 is not a list of int; write an array, each element an int");
    }

    private static Object value(String field, String json) {
        return Decoding.ofMembers("\"" + field + "\":" + json).value(field);
    }

    private static String error(String field, String json) {
        Decoding decoding = Decoding.ofMembers("\"" + field + "\":" + json);
        assertThat(decoding.events()).isEmpty();
        assertThat(decoding.errors()).hasSize(1);
        return decoding.errors().get(0);
    }
}
