package io.tripline.alerting.store;

import static io.tripline.alerting.Payments.alert;
import static io.tripline.alerting.Payments.fired;
import static io.tripline.alerting.Payments.withMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.AlertingOptions;
import io.tripline.alerting.Payments;
import io.tripline.alerting.TestDatabase;
import io.tripline.alerting.model.AlertCounts;
import io.tripline.alerting.model.AlertFilter;
import io.tripline.alerting.model.AlertState;
import io.tripline.alerting.model.LateEvent;
import io.tripline.alerting.model.StoredAlert;
import io.tripline.alerting.sql.StoreException;
import io.tripline.dsl.plan.AlertSeverity;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.Event;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertStoreTest {

    @TempDir
    private Path directory;

    private TestDatabase database;
    private Alerting alerting;

    @BeforeEach
    void open() {
        database = new TestDatabase(directory);
        alerting = Alerting.open(database.dataSource(), AlertingOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        alerting.close();
        database.close();
    }

    private void reopen() {
        close();
        open();
    }

    @Test
    void beginsAtPositionZero() {
        assertThat(alerting.store().position()).isZero();
        assertThat(alerting.alerts().list(AlertFilter.NEWEST).alerts()).isEmpty();
    }

    @Test
    void keepsAnAlertWithThePosition() {
        alerting.store().accept(7, List.of(fired(5, "a")));
        reopen();
        assertThat(alerting.store().position()).isEqualTo(7);
        StoredAlert alert = alerting.alerts().find("a").orElseThrow().alert();
        assertThat(alert.rule()).isEqualTo("too_much");
        assertThat(alert.severity()).isEqualTo(AlertSeverity.HIGH);
        assertThat(alert.state()).isEqualTo(AlertState.FIRING);
        assertThat(alert.number()).isEqualTo(1);
        assertThat(alert.revision()).isEqualTo(1);
        assertThat(alert.at()).isEqualTo(Payments.MORNING.plusSeconds(180));
        assertThat(alert.keyJson()).isEqualTo("{\"card\":\"c-a\"}");
        assertThat(alert.matchedJson())
                .isEqualTo("[{\"step\":\"hit\",\"events\":[{\"type\":\"Payment\",\"id\":\"tx-a\","
                        + "\"at\":\"2026-03-01T10:03:00Z\",\"fields\":{\"id\":\"tx-a\",\"card\":\"c-a\","
                        + "\"amount\":1.5,\"at\":\"2026-03-01T10:03:00Z\"}}]}]");
    }

    @Test
    void keepsThePositionOfInputsWithoutOutcomes() {
        alerting.store().accept(7, List.of());
        assertThat(alerting.store().position()).isEqualTo(7);
        reopen();
        assertThat(alerting.store().position()).isEqualTo(7);
    }

    @Test
    void takesNothingTwice() {
        alerting.store().accept(3, Payments.fired(1, 3));
        alerting.store().accept(3, Payments.fired(1, 3));
        alerting.store().accept(5, Payments.fired(1, 5));
        assertThat(alerting.alerts().counts()).isEqualTo(new AlertCounts(5, 0));
        assertThat(alerting.alerts().latestNumber()).isEqualTo(5);
    }

    @Test
    void aChangeRaisesTheNumberAndTheRevision() {
        Alert first = alert("a", "r", "c1");
        alerting.store().accept(1, List.of(new Outcome.Fired(1, first), fired(1, "b")));
        alerting.store().accept(2, List.of(new Outcome.Amended(2, withMessage(first, "now 4"))));
        StoredAlert amended = alerting.alerts().find("a").orElseThrow().alert();
        assertThat(amended.number()).isEqualTo(3);
        assertThat(amended.revision()).isEqualTo(2);
        assertThat(amended.message()).isEqualTo("now 4");
        assertThat(amended.state()).isEqualTo(AlertState.FIRING);

        alerting.store().accept(3, List.of(new Outcome.Retracted(3, withMessage(first, "now 4"))));
        StoredAlert retracted = alerting.alerts().find("a").orElseThrow().alert();
        assertThat(retracted.number()).isEqualTo(4);
        assertThat(retracted.state()).isEqualTo(AlertState.RETRACTED);
        assertThat(alerting.alerts().counts()).isEqualTo(new AlertCounts(1, 1));
    }

    @Test
    void severalChangesOfOneAlertInOneGoAllCount() {
        Alert a = alert("a", "r", "c1");
        alerting.store()
                .accept(
                        3,
                        List.of(
                                new Outcome.Fired(1, a),
                                new Outcome.Retracted(2, a),
                                new Outcome.Fired(3, withMessage(a, "again"))));
        StoredAlert alert = alerting.alerts().find("a").orElseThrow().alert();
        assertThat(alert.number()).isEqualTo(3);
        assertThat(alert.revision()).isEqualTo(3);
        assertThat(alert.state()).isEqualTo(AlertState.FIRING);
        assertThat(alert.message()).isEqualTo("again");
        assertThat(alerting.alerts().counts()).isEqualTo(new AlertCounts(1, 0));
    }

    @Test
    void listsNewestFirstPageByPage() {
        alerting.store().accept(7, Payments.fired(1, 7));
        List<String> ids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = alerting.alerts().list(filter(Optional.empty(), Optional.empty(), Optional.empty(), 3, cursor));
            page.alerts().forEach(alert -> ids.add(alert.id()));
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(ids).containsExactly("a7", "a6", "a5", "a4", "a3", "a2", "a1");
    }

    @Test
    void anAlertThatChangesKeepsItsPlaceInTheList() {
        alerting.store().accept(3, Payments.fired(1, 3));
        alerting.store().accept(4, List.of(new Outcome.Retracted(4, alert("a1", "too_much", "c-a1"))));
        assertThat(alerting.alerts().list(AlertFilter.NEWEST).alerts())
                .extracting(StoredAlert::id)
                .containsExactly("a3", "a2", "a1");
        assertThat(alerting.alerts().changedAfter(1, 10))
                .extracting(StoredAlert::id)
                .containsExactly("a2", "a3", "a1");
    }

    @Test
    void filters() {
        Event payment = Payments.payment(1, "tx", "c1", "5", Payments.MORNING);
        alerting.store()
                .accept(
                        4,
                        List.of(
                                new Outcome.Fired(1, alert("a", "r1", "c1")),
                                new Outcome.Fired(2, alert("b", "r2", "c1")),
                                new Outcome.Fired(3, alert("c", "r2", "c2", AlertSeverity.LOW, List.of(payment))),
                                new Outcome.Retracted(4, alert("b", "r2", "c1"))));
        assertThat(ids(filter(Optional.of("r2"), Optional.empty(), Optional.empty(), 50, Optional.empty())))
                .containsExactly("c", "b");
        assertThat(ids(filter(Optional.empty(), Optional.of("c1"), Optional.empty(), 50, Optional.empty())))
                .containsExactly("b", "a");
        assertThat(ids(filter(
                        Optional.empty(), Optional.of("c1"), Optional.of(AlertState.FIRING), 50, Optional.empty())))
                .containsExactly("a");
        assertThat(ids(new AlertFilter(
                        Optional.empty(),
                        Optional.of(AlertSeverity.LOW),
                        Optional.empty(),
                        Optional.empty(),
                        50,
                        Optional.empty())))
                .containsExactly("c");
    }

    @Test
    void findsAnAlertByAVeryLongKey() {
        String card = "c".repeat(5_000);
        alerting.store()
                .accept(
                        2,
                        List.of(
                                new Outcome.Fired(1, alert("a", "r", card)),
                                new Outcome.Fired(2, alert("b", "r", card + "x"))));
        assertThat(ids(filter(Optional.empty(), Optional.of(card), Optional.empty(), 50, Optional.empty())))
                .containsExactly("a");
    }

    @Test
    void findsAnAlertByAnyPartOfItsKey() {
        Alert alert = new Alert(
                "a",
                "r",
                "R",
                "v",
                AlertSeverity.LOW,
                new TreeMap<>(Map.of("amount", new BigDecimal("1E+1"), "card", "c1", "user", "c1")),
                0,
                "m",
                List.of());
        alerting.store().accept(1, List.of(new Outcome.Fired(1, alert)));
        for (String value : List.of("10", "c1")) {
            assertThat(ids(filter(Optional.empty(), Optional.of(value), Optional.empty(), 50, Optional.empty())))
                    .containsExactly("a");
        }
    }

    @Test
    void theFeedGivesEachAlertOnceAsItIsNow() {
        alerting.store().accept(4, Payments.fired(1, 4));
        for (int sequence = 5; sequence <= 8; sequence++) {
            Alert changed = withMessage(alert("a2", "too_much", "c-a2"), "now " + sequence);
            alerting.store().accept(sequence, List.of(new Outcome.Amended(sequence, changed)));
        }
        alerting.store().accept(9, List.of(fired(9, "a9"), new Outcome.Retracted(9, alert("a9", "too_much", "c-a9"))));
        assertThat(alerting.alerts().changedAfter(0, 10))
                .extracting(StoredAlert::id)
                .containsExactly("a1", "a3", "a4", "a2", "a9");
        assertThat(alerting.alerts().changedAfter(0, 2))
                .extracting(StoredAlert::number)
                .containsExactly(1L, 3L);
        assertThat(alerting.alerts().changedAfter(4, 10))
                .extracting(StoredAlert::number)
                .containsExactly(8L, 10L);
        assertThat(alerting.alerts().latestNumber()).isEqualTo(10);
    }

    @Test
    void keepsAMatchOfAnySizeInFull() {
        List<Event> events = IntStream.range(0, 12_000)
                .mapToObj(n -> Payments.payment(n, "tx-" + n, "c1", "1.50", Payments.MORNING))
                .toList();
        Outcome huge = new Outcome.Fired(1, alert("a", "r", "c1", AlertSeverity.LOW, events));
        alerting.store().accept(1, List.of(huge));
        String matched = alerting.alerts().find("a").orElseThrow().alert().matchedJson();
        assertThat(matched)
                .hasSizeGreaterThan(1_100_000)
                .contains("\"tx-11999\"")
                .endsWith("}]}]");
        alerting.store().accept(2, List.of(new Outcome.Amended(2, alert("a", "r", "c1"))));
        assertThat(alerting.alerts().find("a").orElseThrow().alert().matchedJson())
                .hasSizeLessThan(300);
    }

    @Test
    void keepsEnormousTextsAndNul() {
        Alert alert = withMessage(alert("a", "r", "c\0"), "\0" + "x".repeat(2_000_000));
        alerting.store().accept(1, List.of(new Outcome.Fired(1, alert)));
        assertThat(alerting.alerts().find("a").orElseThrow().alert().message())
                .startsWith("\uFFFDx")
                .endsWith("…");
    }

    @Test
    void keepsTheNewestLateEvents() {
        int events = LateLog.KEPT_EVENTS + 5;
        List<Outcome> late = new ArrayList<>();
        for (int n = 1; n <= events; n++) {
            late.add(new Outcome.Late(n, Payments.payment(n, "tx-" + n, "c1", "1", Payments.MORNING)));
        }
        alerting.store().accept(events, late);
        var page = alerting.late().list(10, Optional.empty());
        assertThat(page.events()).hasSize(10);
        assertThat(page.events().get(0).id()).isEqualTo("tx-" + events);
        var oldest = alerting.late().list(10, Optional.of("8"));
        assertThat(oldest.events()).extracting(LateEvent::sequence).containsExactly(7L, 6L);
        assertThat(oldest.next()).isEmpty();
    }

    @Test
    void throwsAndKeepsNothingWhenTheDatabaseFails() throws Exception {
        alerting.store().accept(1, List.of(fired(1, "a")));
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE alert_changed RENAME TO alert_gone");
        }
        assertThatThrownBy(() -> alerting.store().accept(2, List.of(fired(2, "b"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("keep alerts");
        assertThat(alerting.store().position()).isEqualTo(1);
        assertThat(alerting.alerts().find("b")).isEmpty();
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE alert_gone RENAME TO alert_changed");
        }
        alerting.store().accept(2, List.of(fired(2, "b")));
        assertThat(alerting.alerts().find("b")).isPresent();
    }

    @Test
    void refusesABadCursorAndABadLimit() {
        assertThatThrownBy(() -> alerting.alerts()
                        .list(filter(Optional.empty(), Optional.empty(), Optional.empty(), 5, Optional.of("x' OR"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> filter(Optional.empty(), Optional.empty(), Optional.empty(), 501, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limit 501 is not between 1 and 500");
    }

    private List<String> ids(AlertFilter filter) {
        return alerting.alerts().list(filter).alerts().stream()
                .map(StoredAlert::id)
                .toList();
    }

    private static AlertFilter filter(
            Optional<String> rule,
            Optional<String> key,
            Optional<AlertState> state,
            int limit,
            Optional<String> cursor) {
        return new AlertFilter(rule, Optional.empty(), state, key, limit, cursor);
    }
}
