package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.driver.OutcomeText;
import io.tripline.engine.program.UnsupportedConstructs;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views beside rules, in one engine and in several. */
class ViewTest {

    private static final String VIEWS = """
            view minutes { from A by k window tumbling 10s select count() as n, sum(v) as total }
            view wide { from A window hopping 12s every 4s select distinct(v) as n, top(v, 3) as often }
            view calm { from B by k window session 2s select count() as n, first(v) as first having n between 2 and 4 }
            view each { from A by v > 4 as large window sliding 9s select count() as n, avg(v) as mean having n in (1, 3, 5, 7, 9) }
            """;

    private static List<String> outcomes(int partitions, List<String> events) {
        Letters letters =
                Letters.with(new EngineDriver(partitions, EngineLimits.DEFAULT), "3s", VIEWS + RandomStreams.RULES);
        List<Outcome> outcomes = new java.util.ArrayList<>(letters.send(String.join(" ", events)));
        outcomes.addAll(letters.driver().endOfTime());
        return outcomes.stream().map(OutcomeText::full).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theNumberOfPartitionsChangesNothing(long seed) {
        List<String> events = RandomStreams.events(new SplittableRandom(seed), 400, 2, 4);
        List<String> one = outcomes(1, events);
        for (String view : List.of("minutes", "wide", "calm", "each")) {
            assertThat(one.stream().anyMatch(line -> line.contains("RowPublished") && line.contains("view=" + view)))
                    .as(view)
                    .isTrue();
        }
        assertThat(one.stream().anyMatch(line -> line.contains("RowWithdrawn"))).isTrue();
        assertThat(outcomes(2, events)).isEqualTo(one);
        assertThat(outcomes(7, events)).isEqualTo(one);
    }

    @Test
    void rowsComeBehindAlerts() {
        Letters letters = Letters.of(
                "view n { from A window tumbling 10s select count() as n } rule r { on b: B alert \"hit\" }");
        assertThat(OutcomeText.matched(letters.send("A@1 B@10")))
                .element(1)
                .asString()
                .startsWith("row n {n=1, ");
    }

    @Test
    void aViewThatStaysGoesOnAndAChangedOneStartsEmpty() {
        String minutes = "view minutes { from A window tumbling 10s select count() as n }";
        Letters letters = Letters.of(minutes + " view sums { from A window tumbling 10s select sum(v) as s }");
        letters.send("A1@1");
        letters.rules(minutes + " view sums { from A window tumbling 10s select sum(v) as s, count() as n }");
        assertThat(OutcomeText.matched(letters.send("A2@2 B@10")))
                .map(line -> line.substring(0, line.indexOf(", window_start")))
                .containsExactly("row minutes {n=2", "row sums {s=2, n=1");
    }

    @Test
    void whatIsKeptAndWhatIsLeftOutIsCounted() {
        EngineDriver driver = new EngineDriver(
                2, EngineLimits.DEFAULT.withIdleSourceInputs(100).withWindowsPerView(2));
        Letters letters = Letters.with(driver, "0s", "view n { from A by k window tumbling 10s select count() as n }");
        letters.send("A/x@1 A/y@1 A/z@1");
        assertThat(driver.statistics().viewWindows()).isEqualTo(2);
        assertThat(driver.statistics().leftOutEvents()).isEqualTo(1);
        letters.rules("");
        assertThat(driver.statistics().viewWindows()).isZero();
        assertThat(driver.statistics().leftOutEvents()).isEqualTo(1);
    }

    @Test
    void listsOfEventsCannotBeAggregated() {
        String events = "event L { l list of string  at timestamp @time } ";
        assertThat(UnsupportedConstructs.in(EngineDriver.compile(
                                events + "view v { from L window tumbling 1m select last(l) as l }"))
                        .values())
                .containsExactly("this kind of column");
    }
}
