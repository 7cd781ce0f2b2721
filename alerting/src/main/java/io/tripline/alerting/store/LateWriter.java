package io.tripline.alerting.store;

import io.tripline.alerting.json.EventJson;
import io.tripline.alerting.sql.Batch;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.Event;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes late events in one transaction, and lets the oldest go. */
final class LateWriter implements AutoCloseable {

    private static final int MAX_FIELDS_CHARS = 500_000;
    private static final String TOO_LONG = "{\"…\":\"too long for the late log\"}";

    private final Handle handle;
    private final Batch inserts;

    LateWriter(Handle handle) throws SQLException {
        this.handle = handle;
        this.inserts = new Batch(
                handle.getConnection(),
                "INSERT INTO late_event (sequence_number, event_type, event_id, at_nanos, fields_json)"
                        + " VALUES (?, ?, ?, ?, ?)");
    }

    void write(List<Outcome> outcomes) throws SQLException {
        List<Event> late = outcomes.stream()
                .filter(Outcome.Late.class::isInstance)
                .map(outcome -> ((Outcome.Late) outcome).event())
                .toList();
        if (late.isEmpty()) {
            return;
        }
        for (Event event : late) {
            String fields = EventJson.fields(event);
            inserts.add(
                    event.sequence(),
                    event.layout().name(),
                    StoredText.line(event.identity()),
                    event.timeNanos(),
                    fields.length() <= MAX_FIELDS_CHARS ? fields : TOO_LONG);
        }
        inserts.send();
        handle.createUpdate("DELETE FROM late_event WHERE sequence_number <= (SELECT sequence_number FROM late_event"
                        + " ORDER BY sequence_number DESC OFFSET :kept ROWS FETCH NEXT 1 ROWS ONLY)")
                .bind("kept", LateLog.KEPT_EVENTS)
                .execute();
    }

    @Override
    public void close() throws SQLException {
        inserts.close();
    }
}
