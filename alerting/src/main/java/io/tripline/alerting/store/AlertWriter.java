package io.tripline.alerting.store;

import io.tripline.alerting.json.EventJson;
import io.tripline.alerting.outbox.AlertChange;
import io.tripline.alerting.outbox.OutboxBatch;
import io.tripline.alerting.sql.Batch;
import io.tripline.engine.core.Alert;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Writes changed alerts in one transaction. */
final class AlertWriter implements AutoCloseable {

    private final OutboxBatch deliveries;
    private final long recordedNanos;
    private final Batch inserts;
    private final Batch updates;
    private final Batch furtherKeys;
    private final Batch changed;
    private final Batch oldChanged;
    private final Batch rests;
    private final Batch oldRests;

    AlertWriter(Handle handle, OutboxBatch deliveries, long recordedNanos) throws SQLException {
        this.deliveries = deliveries;
        this.recordedNanos = recordedNanos;
        var connection = handle.getConnection();
        inserts = new Batch(
                connection,
                "INSERT INTO alert (first_number, last_number, alert_id, revision, rule_name, title, rule_version,"
                        + " severity, state, key_json, key_text, at_nanos, recorded_nanos, message, matched_json)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        updates = new Batch(
                connection,
                "UPDATE alert SET last_number = ?, revision = ?, severity = ?, state = ?, at_nanos = ?,"
                        + " recorded_nanos = ?, message = ?, matched_json = ? WHERE first_number = ?");
        furtherKeys = new Batch(connection, "INSERT INTO alert_key (key_text, first_number) VALUES (?, ?)");
        changed = new Batch(connection, "INSERT INTO alert_changed (last_number, first_number) VALUES (?, ?)");
        oldChanged = new Batch(connection, "DELETE FROM alert_changed WHERE last_number = ?");
        rests = new Batch(connection, "INSERT INTO alert_matched_rest (first_number, part, content) VALUES (?, ?, ?)");
        oldRests = new Batch(connection, "DELETE FROM alert_matched_rest WHERE first_number = ?");
    }

    void write(AlertChanges changes) throws SQLException {
        for (AlertChanges.Row row : changes.rows()) {
            List<byte[]> matched = StoredText.parts(row.change().matchedJson());
            if (row.isNew()) {
                insert(row, matched.get(0));
            } else {
                update(row, matched.get(0));
            }
            for (int part = 1; part < matched.size(); part++) {
                rests.add(row.firstNumber(), part, matched.get(part));
            }
        }
        for (Batch batch : List.of(inserts, updates, furtherKeys, oldChanged, changed, oldRests, rests)) {
            batch.send();
        }
        for (AlertChange change : changes.changes()) {
            deliveries.add(change);
        }
    }

    private void insert(AlertChanges.Row row, byte[] matched) throws SQLException {
        AlertChange change = row.change();
        Alert alert = change.alert();
        List<String> keys = alert.key().values().stream()
                .map(value -> StoredText.searched(EventJson.plainText(value)))
                .distinct()
                .toList();
        inserts.add(
                row.firstNumber(),
                change.number(),
                alert.id(),
                change.revision(),
                alert.rule(),
                StoredText.line(alert.title()),
                alert.version(),
                severity(alert),
                change.event().state().wireName(),
                change.keyJson(),
                keys.isEmpty() ? "" : keys.get(0),
                alert.atNanos(),
                recordedNanos,
                StoredText.line(alert.message()),
                matched);
        for (int part = 1; part < keys.size(); part++) {
            furtherKeys.add(keys.get(part), row.firstNumber());
        }
        if (change.number() != row.firstNumber()) {
            changed.add(change.number(), row.firstNumber());
        }
    }

    private void update(AlertChanges.Row row, byte[] matched) throws SQLException {
        AlertChange change = row.change();
        Alert alert = change.alert();
        oldRests.add(row.firstNumber());
        oldChanged.add(row.before().lastNumber());
        changed.add(change.number(), row.firstNumber());
        updates.add(
                change.number(),
                change.revision(),
                severity(alert),
                change.event().state().wireName(),
                alert.atNanos(),
                recordedNanos,
                StoredText.line(alert.message()),
                matched,
                row.firstNumber());
    }

    private static String severity(Alert alert) {
        return alert.severity().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws SQLException {
        for (Batch batch : List.of(inserts, updates, furtherKeys, changed, oldChanged, rests, oldRests)) {
            batch.close();
        }
    }
}
