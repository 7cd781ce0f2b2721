package io.tripline.alerting.store;

import io.tripline.alerting.json.RowJson;
import io.tripline.alerting.sql.Batch;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.view.Row;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes rows of views in one transaction: each as it is in the end, and none that is withdrawn. */
final class RowWriter implements AutoCloseable {

    private static final int MAX_JSON_CHARS = 500_000;
    private static final String TOO_LONG = "{}";

    private final Batch deletes;
    private final Batch inserts;

    RowWriter(Handle handle) throws SQLException {
        this.deletes = new Batch(handle.getConnection(), "DELETE FROM view_row WHERE row_id = ?");
        this.inserts = new Batch(
                handle.getConnection(),
                "INSERT INTO view_row (row_id, view_name, view_version, revision, start_nanos, end_nanos, group_text,"
                        + " groups_json, columns_json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    /** Gives how many rows were written, by view. */
    Map<String, Long> write(List<Outcome> outcomes) throws SQLException {
        Map<String, Optional<Row>> last = new LinkedHashMap<>();
        Map<String, Long> written = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.RowPublished published) {
                last.put(published.row().id(), Optional.of(published.row()));
            } else if (outcome instanceof Outcome.RowWithdrawn withdrawn) {
                last.put(withdrawn.row().id(), Optional.empty());
            }
        }
        for (Map.Entry<String, Optional<Row>> row : last.entrySet()) {
            boolean isNew =
                    row.getValue().filter(stands -> stands.revision() == 0).isPresent();
            if (!isNew) {
                deletes.add(row.getKey());
            }
        }
        deletes.send();
        for (Optional<Row> row : last.values()) {
            if (row.isPresent()) {
                insert(row.get());
                written.merge(row.get().view(), 1L, Long::sum);
            }
        }
        inserts.send();
        return written;
    }

    private void insert(Row row) throws SQLException {
        inserts.add(
                row.id(),
                row.view(),
                row.version(),
                row.revision(),
                row.startNanos(),
                row.endNanos(),
                GroupText.of(row.values(), row.groups()),
                fitting(RowJson.groups(row)),
                fitting(RowJson.columns(row)));
    }

    private static String fitting(String json) {
        return json.length() <= MAX_JSON_CHARS ? json : TOO_LONG;
    }

    @Override
    public void close() throws SQLException {
        deletes.close();
        inserts.close();
    }
}
