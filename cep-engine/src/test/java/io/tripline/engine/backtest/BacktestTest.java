package io.tripline.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.backtest.BacktestResult.DayResult;
import io.tripline.engine.backtest.BacktestResult.Difference;
import io.tripline.engine.backtest.BacktestResult.KeyResult;
import io.tripline.engine.backtest.BacktestResult.ListedAlert;
import io.tripline.engine.backtest.LabelSource.FieldValue;
import io.tripline.engine.backtest.LabelSource.Target;
import io.tripline.engine.host.RulesRejectedException;
import io.tripline.engine.port.JournalReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules would have said about recorded payments, and how that differs. */
class BacktestTest {

    private static final String OVER_100 = "rule big { by card  on p: Payment[amount > 100]  alert \"{p.amount}\" }";
    private static final String OVER_50 = OVER_100.replace("100", "50");
    private static final String OVER_300 = OVER_100.replace("100", "300");

    private static final long HOURS_23 = 23 * 3600;

    @TempDir
    Path directory;

    private RecordedHistory history;

    @BeforeEach
    void record() {
        history = RecordedHistory.in(directory, 2);
        try (RecordedHistory closing = history) {
            closing.publish(OVER_100);
            closing.post("p1 a 60 0", "p2 a 200 10", "p3 b 70 20");
            closing.post("p4 b 150 30", "p5 c 10 40", "report p2 50", "report p3 60", "clear p4 70");
            closing.post("p6 a 500 " + HOURS_23, "p7 a 400 " + (HOURS_23 + 3600));
        }
    }

    @Test
    void itShowsWhatIsDifferentFromTheRulesInForce() throws InterruptedException {
        BacktestResult result = history.run(RecordedHistory.request(files(OVER_50), new RuleSource.InForce()));
        assertThat(result.alerts()).isEqualTo(new Difference(6, 4, 4));
        assertThat(result.listed().stream().map(BacktestTest::words))
                .containsExactly(
                        "CANDIDATE a 60", "BOTH a 200", "CANDIDATE b 70", "BOTH b 150", "BOTH a 500", "BOTH a 400");
        result = history.run(RecordedHistory.request(files(OVER_300), new RuleSource.InForce()));
        assertThat(result.alerts()).isEqualTo(new Difference(2, 4, 2));
        assertThat(result.listed().stream().map(BacktestTest::words))
                .containsExactly("BOTH a 500", "BOTH a 400", "COMPARED a 200", "COMPARED b 150");
        assertThat(result.allListed()).isTrue();
    }

    @Test
    void whatARuleSaidThatIsGoneGoes() throws InterruptedException {
        RuleSource other = files(OVER_100.replace("rule big", "rule large").replace("100", "300"));
        BacktestResult result = history.run(RecordedHistory.request(other, new RuleSource.InForce()));
        assertThat(result.alerts()).isEqualTo(new Difference(2, 4, 0));
    }

    @Test
    void itCountsByDayAndKey() throws InterruptedException {
        BacktestResult result = history.run(RecordedHistory.request(files(OVER_50), new RuleSource.InForce()));
        assertThat(result.days())
                .containsExactly(
                        new DayResult(LocalDate.of(2026, 3, 1), 5, 3), new DayResult(LocalDate.of(2026, 3, 2), 1, 1));
        assertThat(result.keys()).containsExactly(new KeyResult("a", 4, 3), new KeyResult("b", 2, 1));
        BacktestRequest inBerlin = new BacktestRequest(
                files(OVER_50),
                Optional.empty(),
                List.of(),
                BacktestRange.whole(),
                ZoneId.of("Europe/Berlin"),
                Optional.empty());
        assertThat(history.run(inBerlin).days())
                .containsExactly(
                        new DayResult(LocalDate.of(2026, 3, 1), 4, 0), new DayResult(LocalDate.of(2026, 3, 2), 2, 0));
    }

    @Test
    void aRangeSaysWhichAlertsCountAndNotWhatTheRulesKnow() throws InterruptedException {
        String second = "rule r { by card  on p: Payment  when count(Payment) over 1d > 2  alert \"{p.id}\" }";
        BacktestRequest request = new BacktestRequest(
                files(second),
                Optional.empty(),
                List.of(),
                new BacktestRange.Sequences(10, 10),
                ZoneOffset.UTC,
                Optional.empty());
        BacktestResult result = history.run(request);
        assertThat(result.listed())
                .extracting(listed -> listed.alert().message())
                .containsExactly("p6");
        assertThat(result.range().events()).isEqualTo(1);
    }

    @Test
    void labelsOfEventsGivePrecisionAndRecall() throws InterruptedException {
        LabelSource source = new LabelSource(
                "Report",
                "payment",
                new Target.MatchedEvent(Optional.of("Payment")),
                Optional.of(new FieldValue("verdict", "fraud")),
                Duration.ofHours(1).toNanos());
        BacktestResult result = history.run(labelled(files(OVER_50), source));
        // Of p1, p2, p3, p4 and p6 two are fraud; p7 came in the last hour, too late to be judged.
        assertThat(result.labels().orElseThrow().candidate().precision()).isEqualTo(new Proportion(2, 5));
        assertThat(result.labels().get().candidate().recall()).isEqualTo(new Proportion(2, 2));
        assertThat(result.labels().get().compared().orElseThrow().precision()).isEqualTo(new Proportion(1, 3));
        assertThat(result.labels().get().compared().get().recall()).isEqualTo(new Proportion(1, 2));
    }

    @Test
    void labelsOfKeysGivePrecisionAndRecall() throws InterruptedException {
        try (RecordedHistory more = RecordedHistory.in(directory, 1)) {
            more.post("report b 90000", "report d 90001");
        }
        LabelSource source = new LabelSource(
                "Report",
                "payment",
                new Target.AlertKey(),
                Optional.empty(),
                Duration.ofDays(2).toNanos());
        BacktestResult result = history.run(labelled(files(OVER_100), source));
        assertThat(result.labels().orElseThrow().candidate().precision()).isEqualTo(new Proportion(0, 0));
        source = new LabelSource(
                "Report",
                "payment",
                new Target.AlertKey(),
                Optional.empty(),
                Duration.ofHours(25).toNanos());
        result = history.run(labelled(files(OVER_100), source));
        assertThat(result.labels().orElseThrow().labels()).isEqualTo(5);
    }

    private static BacktestRequest labelled(RuleSource candidate, LabelSource source) {
        return new BacktestRequest(
                candidate,
                Optional.of(new RuleSource.InForce()),
                List.of(),
                BacktestRange.whole(),
                ZoneOffset.UTC,
                Optional.of(source));
    }

    @Test
    void eventsAreSeenAsTheCandidateDeclaresThem() throws InterruptedException {
        List<SourceFile> others = List.of(new SourceFile("other.trip", """
                event Added { id string @id  at timestamp @time }
                event Payment { amount float  id string @id  note string?  card string  at timestamp @time } late after 1m
                rule big { by card  on p: Payment[amount > 100]  alert "{p.amount}" }
                """));
        BacktestResult result =
                history.run(RecordedHistory.request(new RuleSource.Files(others), new RuleSource.InForce()));
        assertThat(result.alerts()).isEqualTo(new Difference(4, 4, 4));
        assertThat(result.range().leftOutEvents()).isEqualTo(3);
    }

    @Test
    void whatIsWrongWithARequestIsSaid() {
        assertThatThrownBy(() -> history.run(RecordedHistory.request(new RuleSource.Revision(7))))
                .isInstanceOf(BacktestException.class)
                .hasMessage("the journal holds no revision 7 of the rules; the newest is 1");
        assertThatThrownBy(() -> history.run(new BacktestRequest(
                        files(OVER_50),
                        Optional.empty(),
                        List.of("bg"),
                        BacktestRange.whole(),
                        ZoneOffset.UTC,
                        Optional.empty())))
                .hasMessage("there is no rule 'bg' in the rules to be tested; did you mean `big`?");
        assertThatThrownBy(() -> history.run(new BacktestRequest(
                        files(OVER_50),
                        Optional.empty(),
                        List.of(),
                        new BacktestRange.Sequences(100, 200),
                        ZoneOffset.UTC,
                        Optional.empty())))
                .hasMessageStartingWith(
                        "there is nothing in that range: the journal holds the sequences from 1 through");
        assertThatThrownBy(() -> history.run(RecordedHistory.request(files("rule x { }"))))
                .isInstanceOf(RulesRejectedException.class);
    }

    @Test
    void itCanBeCancelledAndTellsHowFarItIs() {
        JournalReader journal = history.journal();
        BacktestSpec spec = RecordedHistory.request(files(OVER_50)).over(journal);
        BacktestRun[] run = new BacktestRun[1];
        run[0] = new BacktestRun(journal, spec, BacktestLimits.DEFAULT, () -> {
            assertThat(run[0].progress().fraction()).isBetween(0.01, 0.2);
            run[0].cancel();
        });
        assertThatThrownBy(() -> run[0].run()).isInstanceOf(CancellationException.class);
    }

    @Test
    void tooManyAlertsEndItWithAReason() {
        JournalReader journal = history.journal();
        BacktestLimits few = new BacktestLimits(3, 10, 10, 10, 10, BacktestLimits.DEFAULT.engine());
        BacktestRun run =
                new BacktestRun(journal, RecordedHistory.request(files(OVER_50)).over(journal), few, Pace.FREE);
        assertThatThrownBy(run::run)
                .isInstanceOf(BacktestException.class)
                .hasMessage("the rules raise more than 3 alerts in the range; take a shorter one, or fewer rules");
    }

    private static RuleSource files(String rules) {
        return new RuleSource.Files(RecordedHistory.files(rules));
    }

    private static String words(ListedAlert listed) {
        return listed.whose() + " " + listed.alert().key().get("card") + " "
                + listed.alert().message();
    }
}
