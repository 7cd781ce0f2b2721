package io.tripline.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.OutcomeText;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions as a message shows them, and conditions as a rule fires on them. */
class ExpressionTest {

    private static final String TYPE = """
            event T {
              id string @id  at timestamp @time
              i int  big int  zero int  d decimal  huge decimal  f float  s string  yes bool  l duration
              e enum(red, green, blue)  p ip
              mi int?  md decimal?  ms string?  mb bool?
            }
            """;

    private static final Map<String, Object> VALUES = values();

    private static Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        values.put("id", "t");
        values.put("at", Instant.parse("2026-03-01T12:00:00Z"));
        values.put("i", 7);
        values.put("big", Long.MAX_VALUE);
        values.put("zero", 0);
        values.put("d", "2.50");
        values.put("huge", "99999999999999999");
        values.put("f", 0.5);
        values.put("s", "text");
        values.put("yes", true);
        values.put("l", Duration.ofMinutes(90));
        values.put("e", "green");
        values.put("p", "192.0.2.7");
        return values;
    }

    private static String value(String expression) {
        EngineDriver driver = EngineDriver.of(TYPE + "rule r { on t: T alert \"{" + expression + "}\" }");
        return OutcomeText.messages(driver.send(0, "T", VALUES)).get(0).substring(2);
    }

    private static boolean holds(String condition) {
        EngineDriver driver = EngineDriver.of(TYPE + "rule r { on t: T when " + condition + " alert \"hit\" }");
        return !driver.send(0, "T", VALUES).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i + 1 | 8",
                "i - 10 | -3",
                "i * i | 49",
                "i / 2 | 3.5",
                "i / 3 | 2.3333333333",
                "i % 4 | 3",
                "-i % 4 | -3",
                "i / zero | –",
                "i % zero | –",
                "big + 1 | –",
                "-big - 2 | –",
                "big * 2 | –",
                "big + 0.5 | 9223372036854775807.5",
                "d * 3 | 7.5",
                "d / 0 | –",
                "d % 1 | 0.5",
                "huge * huge | 9999999999999999800000000000000001",
                "huge * huge - huge * huge | 0",
                "f + 0.25 | 0.75",
                "f / zero | –",
                "f * i | 3.5",
                "mi + 1 | –",
                "-mi | –",
                "mi ?? i | 7",
                "md ?? d + 1 | 3.5",
                "ms ?? s | text",
                "at + l | 2026-03-01T13:30:00Z",
                "at - l | 2026-03-01T10:30:00Z",
                "at - (at - 5m) | 5m",
                "l * 2 | 3h",
                "3 * l | 4h30m",
                "l / 4 | 22m30s",
                "l / zero | –",
                "l - 2h | -30m",
                "-l | -1h30m",
                "if i > 5 then \"many\" else \"few\" | many",
                "if mi > 5 then 1 else if yes then 2 else 3 | 2",
                "abs(-i) | 7",
                "abs(d - 10) | 7.5",
                "abs(mi) | –",
                "min(i, zero, 3) | 0",
                "max(mi, i) | 7",
                "max(d, f) | 2.5",
                "round(d) | 3",
                "round(-d) | -3",
                "round(2.345, 2) | 2.35",
                "floor(-d) | -3",
                "ceil(d) | 3",
                "sqrt(16) | 4",
                "sqrt(-1) | –",
                "power(2, 10) | 1024",
                "ln(0) | –",
                "lower(\"ÄB\") | äb",
                "upper(s) | TEXT",
                "length(\"añ𝄞\") | 3",
                "substring(s, 2, 2) | ex",
                "substring(s, 3, 99) | xt",
                "substring(s, 9, 2) | ''",
                "concat(s, \"-\", s) | text-text",
                "concat(s, ms) | –",
                "text(i) | 7",
                "text(l) | 1h30m",
                "number(\" 12.50 \") | 12.5",
                "number(s) | –",
                "hour(at) | 12",
                "hour(at, \"Europe/Vienna\") | 13",
                "day_of_week(at) | 7",
                "day(at, \"Asia/Tokyo\") | 1",
                "is_weekend(at) | true",
                "start_of_day(at, \"Europe/Vienna\") | 2026-02-28T23:00:00Z",
                "minutes(l) | 90",
                "hours(l) | 1.5",
                "round(distance(geo(48.2082, 16.3738), geo(40.7128, -74.006)), 0) | 6796",
                "latitude(geo(48.5, 16)) | 48.5",
                "geo(91, 0) | –",
            })
    void valuesAreComputedExactlyOrAreMissing(String expression, String text) {
        assertThat(value(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i == 7 | true",
                "7 < i | false",
                "7 <= i | true",
                "i > 6.5 | true",
                "d == 2.5 | true",
                "d >= 2.51 | false",
                "huge * huge > huge | true",
                "huge * huge == huge * huge | true",
                "huge * huge != huge * huge | false",
                "big == 9223372036854775807 | true",
                "f == 0.5 | true",
                "s == \"text\" | true",
                "s != \"text\" | false",
                "s == \"texts\" | false",
                "e == green | true",
                "e in (red, blue) | false",
                "p == \"192.0.2.7\" | true",
                "i in (1, 7) | true",
                "i in (zero, i) | true",
                "i not in (1, 8) | true",
                "s in (\"a\", \"text\") | true",
                "d in (1, 2.50) | true",
                "i between 7 and 9 | true",
                "i not between 7 and 9 | false",
                "yes | true",
                "not yes | false",
                "yes and i > 8 or d < 3 | true",
                "yes and (i > 8 or d > 3) | false",
                "at > \"2026-03-01\" | true",
                "l == 90m | true",
                "mi == 7 | false",
                "mi != 7 | false",
                "not (mi == 7) | true",
                "mi in (7) | false",
                "mi not in (7) | false",
                "mi is missing | true",
                "i is not missing | true",
                "ms == s | false",
                "mb | false",
                "not mb | true",
                "mb == true | false",
                "i / zero is missing | true",
                "(mi ?? 7) == i | true",
                "s like \"t%t\" | true",
                "s like \"t_t\" | false",
                "s like \"%ex%\" | true",
                "s like \"TEXT\" | false",
                "s not like \"%z\" | true",
                "ms like \"%\" | false",
                "ms not like \"%\" | false",
                "s matches \"^te[xy]t$\" | true",
                "s matches \"x\" | true",
                "s not matches \"^x\" | true",
                "ms matches \"\" | false",
                "p in \"192.0.2.0/24\" | true",
                "p in \"192.0.2.0/29\" | true",
                "p in \"192.0.2.0/30\" | false",
                "p in \"2001:db8::/32\" | false",
                "p not in \"10.0.0.0/8\" | true",
                "starts_with(s, \"te\") and ends_with(s, \"xt\") and contains(s, \"ex\") | true",
            })
    void conditionsHoldOrNot(String condition, boolean expected) {
        assertThat(holds(condition)).isEqualTo(expected);
    }
}
