package io.tripline.alerting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.AlertingOptions;
import io.tripline.alerting.Payments;
import io.tripline.alerting.TestDatabase;
import io.tripline.alerting.model.RowFilter;
import io.tripline.alerting.model.RowPage;
import io.tripline.alerting.model.StoredRow;
import io.tripline.alerting.model.ViewTotals;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.Outcome.RowPublished;
import io.tripline.engine.core.Outcome.RowWithdrawn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of views are kept as they were published last, and are found by time and group. */
class ViewRowsTest {

    @TempDir
    private Path directory;

    private TestDatabase database;
    private Alerting alerting;
    private long sequence;

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

    private void accept(Outcome... outcomes) {
        sequence++;
        alerting.store().accept(sequence, List.of(outcomes));
    }

    private RowPublished published(String id, String card, int minute, String total, long revision) {
        return new RowPublished(sequence + 1, Payments.row(id, card, minute, total, revision));
    }

    private RowWithdrawn withdrawn(String id) {
        return new RowWithdrawn(sequence + 1, Payments.row(id, "c", 1, "1", 0));
    }

    private static RowFilter all(int limit, Optional<String> cursor) {
        return new RowFilter("by_card", Optional.empty(), Optional.empty(), List.of(), limit, cursor);
    }

    private List<String> ids(RowFilter filter) {
        return alerting.rows().list(filter).rows().stream().map(StoredRow::id).toList();
    }

    @Test
    void aRowIsKeptAsItWasPublishedLast() {
        accept(published("a", "c1", 1, "5", 0));
        accept(published("a", "c1", 1, "7.5", 1));
        StoredRow row = alerting.rows().list(all(10, Optional.empty())).rows().get(0);
        assertThat(row)
                .isEqualTo(new StoredRow(
                        "a",
                        "v1",
                        1,
                        Payments.MORNING,
                        Payments.MORNING.plusSeconds(60),
                        "{\"card\":\"c1\"}",
                        "{\"total\":7.5}"));
        assertThat(alerting.rows().totals())
                .isEqualTo(Map.of("by_card", new ViewTotals(1, Payments.MORNING.plusSeconds(60))));
    }

    @Test
    void whatIsWithdrawnIsGoneUntilItIsPublishedAgain() {
        accept(published("a", "c1", 1, "5", 0), published("b", "c2", 1, "5", 0), withdrawn("b"));
        assertThat(ids(all(10, Optional.empty()))).containsExactly("a");
        accept(withdrawn("a"));
        assertThat(ids(all(10, Optional.empty()))).isEmpty();
        accept(published("a", "c1", 1, "6", 1));
        assertThat(ids(all(10, Optional.empty()))).containsExactly("a");
    }

    @Test
    void whatIsHandedOverAgainIsThereOnce() {
        List<Outcome> outcomes = List.of(published("a", "c1", 1, "5", 0));
        alerting.store().accept(1, outcomes);
        alerting.store().accept(1, outcomes);
        assertThat(ids(all(10, Optional.empty()))).containsExactly("a");
    }

    @Test
    void pagesGoFromTheNewestOn() {
        accept(
                published("a", "c1", 1, "5", 0),
                published("c", "c3", 2, "5", 0),
                published("b", "c2", 2, "5", 0),
                published("d", "c4", 3, "5", 0));
        RowPage first = alerting.rows().list(all(2, Optional.empty()));
        assertThat(first.rows()).extracting(StoredRow::id).containsExactly("d", "b");
        RowPage second = alerting.rows().list(all(2, first.next()));
        assertThat(second.rows()).extracting(StoredRow::id).containsExactly("c", "a");
        assertThat(alerting.rows().list(all(2, second.next())).rows()).isEmpty();
    }

    @Test
    void rowsAreFoundByTimeAndGroup() {
        accept(published("a", "c_1", 1, "5", 0), published("b", "c-1", 2, "5", 0), published("c", "c_1", 3, "5", 0));
        Optional<Instant> two = Optional.of(Payments.MORNING.plusSeconds(120));
        assertThat(ids(new RowFilter("by_card", two, Optional.empty(), List.of(), 10, Optional.empty())))
                .containsExactly("c", "b");
        assertThat(ids(new RowFilter("by_card", Optional.empty(), two, List.of(), 10, Optional.empty())))
                .containsExactly("a");
        assertThat(ids(new RowFilter(
                        "by_card", Optional.empty(), Optional.empty(), List.of("c_1"), 10, Optional.empty())))
                .containsExactly("c", "a");
        assertThat(ids(new RowFilter("other", Optional.empty(), Optional.empty(), List.of(), 10, Optional.empty())))
                .isEmpty();
    }

    @Test
    void aCursorThatNobodyGaveIsRefused() {
        assertThatThrownBy(() -> alerting.rows().list(all(2, Optional.of("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'x' is not a cursor; use the 'next' of the page before");
    }
}
