package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.driver.OutcomeText;
import io.tripline.engine.program.UnsupportedConstructs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules see the rows of views as events; a revised row takes the place of the one before. */
class RowRuleTest {

    private static final String TENS =
            "view tens { from A by k window tumbling 10s select count() as n, sum(v) as total } ";

    private static Letters late(String lateAfter, String rules) {
        return Letters.late(lateAfter, TENS + rules);
    }

    /** What alerts are told, without the rows. */
    private static List<String> alerts(Letters letters, String events) {
        return OutcomeText.messages(letters.send(events)).stream()
                .filter(line -> !line.startsWith("row") && !line.startsWith("withdrawn"))
                .toList();
    }

    @Test
    void aRuleOnARowFiresWhenItIsPublished() {
        Letters letters =
                late("0s", "rule r { by k on t: tens when n > 1 alert \"{k}: {t.total} until {t.window_end}\" }");
        assertThat(alerts(letters, "A1/x@1 A2/x@2 A5/y@3")).isEmpty();
        assertThat(alerts(letters, "B@10")).containsExactly("+ x: 3 until 2027-01-15T08:00:10Z");
    }

    @Test
    void aRevisedRowTakesThePlaceOfTheOneBefore() {
        Letters letters = late("60s", "rule r { by k on t: tens when t.total > 5 alert \"{t.total}, {t.revision}\" }");
        assertThat(alerts(letters, "A6/x@1 B@10")).containsExactly("+ 6, 0");
        assertThat(alerts(letters, "A1/x@2")).containsExactly("~ 7, 1");
        assertThat(alerts(letters, "A-4/x@3")).containsExactly("- 7, 1");
        assertThat(alerts(letters, "A10/x@4")).containsExactly("+ 13, 3");
    }

    @Test
    void alertsNameTheRowByItsIdInAllRevisions() {
        Letters letters = late("60s", "rule r { by k on t: tens when t.n > 0 alert \"{t.n}\" }");
        List<Outcome> first = letters.send("A/x@1 B@10");
        List<Outcome> second = letters.send("A/x@2");
        Outcome.RowPublished row = (Outcome.RowPublished) first.get(0);
        Outcome.Fired fired = (Outcome.Fired) first.get(1);
        assertThat(fired.alert().matched().get(0).events().get(0).identity())
                .isEqualTo(row.row().id());
        assertThat(((Outcome.Amended) second.get(1)).alert().id())
                .isEqualTo(fired.alert().id());
    }

    @Test
    void aWithdrawnRowHasNeverBeen() {
        Letters letters = Letters.late(
                "60s",
                "view few { from A window tumbling 10s select count() as n having n < 3 } "
                        + "rule r { on f: few when count(few) over 1m > 1 alert \"{count(few) over 1m}\" }");
        assertThat(alerts(letters, "A@1 A@11 B@30")).containsExactly("+ 2");
        assertThat(alerts(letters, "A@2")).isEmpty();
        assertThat(alerts(letters, "A@3")).containsExactly("- 2");
    }

    @Test
    void windowsAndPatternsHoldEachRowOnce() {
        Letters letters = late(
                "60s",
                "rule sums { by k on t: tens when t.total > 0 alert \"{sum(tens.total) over 1m}\" } "
                        + "rule pair { by k match a: tens[total > 5] then b: tens[total > a.total] within 1m"
                        + " alert \"{a.total} then {b.total}\" }");
        assertThat(alerts(letters, "A1/x@1 A2/x@11 B@20")).containsExactly("+ 1", "+ 3");
        assertThat(alerts(letters, "A6/x@2")).containsExactly("~ 7", "~ 9");
        assertThat(alerts(letters, "A7/x@12")).containsExactly("+ 7 then 9", "~ 16");
        assertThat(alerts(letters, "A2/x@3")).containsExactly("- 7 then 9", "~ 9", "~ 18");
    }

    @Test
    void aRuleSeesRowsAndEventsInTheOrderOfTheirTimes() {
        Letters letters = late(
                "0s",
                "rule r { by k match t: tens[n > 1] then immediately a: A within 1m alert \"{t.n} then {a.v}\" }");
        assertThat(alerts(letters, "A1/x@1 A2/x@2 A3/x@14")).containsExactly("+ 2 then 3");
    }

    @Test
    void aDeadlineThatARowMeetsDoesNotPassWhenTimeLeapsOverBoth() {
        Letters letters = late("0s", "rule quiet { by k match t: tens then not tens within 15s alert \"quiet\" }");
        assertThat(alerts(letters, "A1/x@1 B@10 A2/x@11")).isEmpty();
        // The row of 20 comes with the same event that makes time pass the deadline at 25.
        assertThat(alerts(letters, "B@30")).isEmpty();
        assertThat(alerts(letters, "B@40")).containsExactly("+ quiet");
    }

    @Test
    void whatRulesMakeOfRowsIsMadeOnce() {
        Letters letters = late(
                "60s",
                "event Made { k string  total decimal  at timestamp @time } "
                        + "rule maker { by k on t: tens[total > 5] emit Made { k: t.k, total: t.total } } "
                        + "rule r { by k on m: Made alert \"{m.total}\" }");
        assertThat(alerts(letters, "A6/x@1 B@10"))
                .filteredOn(line -> line.startsWith("+"))
                .containsExactly("+ 6");
        assertThat(alerts(letters, "A1/x@2")).isEmpty();
    }

    @Test
    void viewsSeeWhatRulesMake() {
        Letters letters = Letters.of("event Made { k string  at timestamp @time } "
                + "rule maker { by k match a: A then not B within 5s emit Made { k: k } } "
                + "view made { from Made window tumbling 10s select count() as n } "
                + "rule r { on m: made alert \"{m.n} until {m.window_end}\" }");
        // The deadlines at 6 and 7 pass together with the end of the window that they are in.
        assertThat(alerts(letters, "A/x@1 A/y@2 C@30"))
                .filteredOn(line -> line.startsWith("+"))
                .containsExactly("+ 2 until 2027-01-15T08:00:10Z");
    }

    @Test
    void whatCannotBePutRightIsRefused() {
        String view = Letters.declarations("0s") + TENS;
        assertThat(UnsupportedConstructs.in(EngineDriver.compile(
                                view + "view more { from tens window tumbling 1m select count() as n } "
                                        + "rule r { on a: A when (sum(tens.n by k == a.k) over 1m) > 2 alert \"\" }"))
                        .values())
                .containsExactlyInAnyOrder(
                        "a view over the rows of another", "windows with a key of their own over the rows of views");
    }

    private static final String RANDOM = """
            view tens { from A by k window tumbling 5s select count() as n, sum(v) as total, max(v) as high }
            view calm { from B by k window session 3s select count() as n, first(v) as first having n < 4 }
            view each { from C by k window sliding 6s select sum(v) as total }
            rule a_single { by k on t: tens when t.total > 5 alert "{t.total} {t.high}" }
            rule b_window { by k on t: tens alert "{sum(tens.n) over 15s} {max(tens.high) over 10s}" }
            rule c_pair { by k match a: tens[n > 1] then b: calm[n > 1] within 20s alert "{a.n} {b.n} {b.first}" }
            rule d_mixed { by k match a: tens then b: A[v > a.high] within 10s alert "{a.high} {b.v}" }
            rule e_repeat { by k match a: each[total > 3]{2,} then b: D within 10s alert "{sum(a.total)}" }
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theNumberOfPartitionsChangesNothing(long seed) {
        List<String> events = RandomStreams.events(new SplittableRandom(seed), 300, 2, 4);
        List<String> one = outcomes(1, events);
        assertThat(one.size()).isGreaterThan(100);
        assertThat(outcomes(2, events)).isEqualTo(one);
        assertThat(outcomes(5, events)).isEqualTo(one);
    }

    private static List<String> outcomes(int partitions, List<String> events) {
        Letters letters = Letters.with(new EngineDriver(partitions, EngineLimits.DEFAULT), "3s", RANDOM);
        return letters.send(String.join(" ", events)).stream()
                .map(OutcomeText::full)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatStandsInTheEndIsWhatTheSortedStreamGives(long seed) {
        // No two events are of one time, nor is one of the time of a row: these would be in the order of arrival.
        List<String> events = new ArrayList<>();
        for (String event : RandomStreams.events(new SplittableRandom(seed), 300, 1, 4)) {
            events.add(event.replace("#", String.format(java.util.Locale.ROOT, "%04d#", events.size() + 1)));
        }
        List<String> sorted = new ArrayList<>(events);
        sorted.sort(java.util.Comparator.comparing(
                text -> new java.math.BigDecimal(text.substring(text.indexOf('@') + 1, text.indexOf('#')))));
        Map<String, String> standing = standing("60s", events);
        assertThat(standing.size()).isGreaterThan(20);
        assertThat(standing).isEqualTo(standing("60s", sorted)).isEqualTo(standing("0s", sorted));
    }

    /** Rule, time and message of the alerts that stand in the end, and how many there are of each. */
    private static Map<String, String> standing(String lateAfter, List<String> events) {
        Letters letters = Letters.late(lateAfter, RANDOM);
        List<Outcome> outcomes = new ArrayList<>(letters.send(String.join(" ", events)));
        outcomes.addAll(letters.driver().endOfTime());
        Map<String, Alert> standing = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Fired fired) {
                assertThat(standing.put(fired.alert().id(), fired.alert())).isNull();
            } else if (outcome instanceof Outcome.Amended amended) {
                assertThat(standing.put(amended.alert().id(), amended.alert())).isNotNull();
            } else if (outcome instanceof Outcome.Retracted retracted) {
                assertThat(standing.remove(retracted.alert().id())).isNotNull();
            }
        }
        Map<String, String> lines = new TreeMap<>();
        for (Alert alert : standing.values()) {
            lines.merge(
                    alert.rule() + " " + alert.key() + " " + alert.atNanos() + " " + alert.message(),
                    "1",
                    String::concat);
        }
        return lines;
    }
}
