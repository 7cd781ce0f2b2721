package io.tripline.alerting.store;

import io.tripline.alerting.model.LateEvent;
import io.tripline.alerting.model.LateEventPage;
import io.tripline.alerting.model.PageLimits;
import io.tripline.alerting.sql.Database;
import io.tripline.engine.event.Nanos;
import java.util.List;
import java.util.Optional;

/** The newest events that came later than their source allows. Safe for use by several threads. */
public final class LateLog {

    /** More are not kept: the oldest go. */
    public static final int KEPT_EVENTS = 10_000;

    private final Database database;

    public LateLog(Database database) {
        this.database = database;
    }

    /**
     * A page, newest first.
     *
     * @param cursor the {@code next} of the page before
     * @throws IllegalArgumentException when the cursor is not one that a page has given
     */
    public LateEventPage list(int limit, Optional<String> cursor) {
        long before = PageLimits.before(cursor);
        List<LateEvent> events = database.read("read the late log", handle -> handle.createQuery(
                        "SELECT sequence_number, event_type, event_id, at_nanos, fields_json FROM late_event"
                                + " WHERE sequence_number < :before ORDER BY sequence_number DESC LIMIT :limit")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new LateEvent(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Nanos.toInstant(row.getLong(4)),
                        row.getString(5)))
                .list());
        boolean full = events.size() == limit;
        return new LateEventPage(
                events,
                full ? Optional.of(Long.toString(events.get(events.size() - 1).sequence())) : Optional.empty());
    }
}
