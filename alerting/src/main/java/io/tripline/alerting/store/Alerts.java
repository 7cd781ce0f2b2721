package io.tripline.alerting.store;

import io.tripline.alerting.model.AlertCounts;
import io.tripline.alerting.model.AlertDetail;
import io.tripline.alerting.model.AlertFilter;
import io.tripline.alerting.model.AlertPage;
import io.tripline.alerting.model.AlertState;
import io.tripline.alerting.model.PageLimits;
import io.tripline.alerting.model.StoredAlert;
import io.tripline.alerting.outbox.Deliveries;
import io.tripline.alerting.sql.Database;
import io.tripline.dsl.plan.AlertSeverity;
import io.tripline.engine.event.Nanos;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The alerts that are kept. Safe for use by several threads. */
public final class Alerts {

    private final Database database;
    private final AlertStore store;
    private final Deliveries deliveries;

    public Alerts(Database database, AlertStore store, Deliveries deliveries) {
        this.database = database;
        this.store = store;
        this.deliveries = deliveries;
    }

    /**
     * A page of alerts, those that fired last first. An alert that changes keeps its place.
     *
     * @throws IllegalArgumentException when the cursor is not one that a page has given
     */
    public AlertPage list(AlertFilter filter) {
        long before = PageLimits.before(filter.cursor());
        List<StoredAlert> newest = database.read("list alerts", handle -> AlertQuery.queriesFor(filter).stream()
                .flatMap(query -> alerts(handle, query.on(handle, before)).stream())
                .sorted(Comparator.comparingLong(StoredAlert::firstNumber).reversed())
                .limit(filter.limit())
                .toList());
        boolean full = newest.size() == filter.limit();
        return new AlertPage(
                newest,
                full ? Optional.of(Long.toString(newest.get(newest.size() - 1).firstNumber())) : Optional.empty());
    }

    /** One alert with what has been sent about it. */
    public Optional<AlertDetail> find(String alertId) {
        Optional<StoredAlert> found = database.read("read an alert", handle -> alerts(
                        handle,
                        handle.createQuery(AlertQuery.COLUMNS + " FROM alert a WHERE a.alert_id = :alert")
                                .bind("alert", alertId))
                .stream()
                .findFirst());
        return found.map(alert -> new AlertDetail(alert, deliveries.ofAlert(alertId)));
    }

    /**
     * The alerts that have changed since, in the order of their newest change, each as it is now.
     *
     * @param number of the change after which to begin; 0 for all
     * @param limit at most so many
     */
    public List<StoredAlert> changedAfter(long number, int limit) {
        return database.read("read changed alerts", handle -> {
            Query unchanged = handle.createQuery(AlertQuery.COLUMNS + " FROM alert a"
                    + " WHERE a.first_number > :number AND a.last_number = a.first_number"
                    + " ORDER BY a.first_number LIMIT :limit");
            Query changed = handle.createQuery(AlertQuery.COLUMNS
                    + " FROM alert_changed c JOIN alert a ON a.first_number = c.first_number"
                    + " WHERE c.last_number > :number ORDER BY c.last_number LIMIT :limit");
            return Stream.of(unchanged, changed)
                    .flatMap(
                            query -> alerts(handle, query.bind("number", number).bind("limit", limit)).stream())
                    .sorted(Comparator.comparingLong(StoredAlert::number))
                    .limit(limit)
                    .toList();
        });
    }

    /** The number of the newest change that {@link #list} would show. */
    public long latestNumber() {
        return database.read("read the newest number", StoreCounters::read).number();
    }

    public AlertCounts counts() {
        return store.counters().alerts();
    }

    private static List<StoredAlert> alerts(Handle handle, Query query) {
        return query.map((row, context) -> alert(handle, row)).list();
    }

    private static StoredAlert alert(Handle handle, ResultSet row) throws SQLException {
        return new StoredAlert(
                row.getString("alert_id"),
                row.getLong("last_number"),
                row.getLong("first_number"),
                row.getInt("revision"),
                row.getString("rule_name"),
                row.getString("title"),
                row.getString("rule_version"),
                AlertSeverity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                row.getString("key_json"),
                Nanos.toInstant(row.getLong("at_nanos")),
                Nanos.toInstant(row.getLong("recorded_nanos")),
                AlertState.fromWireName(row.getString("state")),
                row.getString("message"),
                matched(handle, row));
    }

    private static String matched(Handle handle, ResultSet row) throws SQLException {
        byte[] first = row.getBytes("matched_json");
        if (first.length < StoredText.PART_BYTES) {
            return new String(first, StandardCharsets.UTF_8);
        }
        List<byte[]> parts = new ArrayList<>(List.of(first));
        parts.addAll(
                handle.createQuery("SELECT content FROM alert_matched_rest WHERE first_number = :alert ORDER BY part")
                        .bind("alert", row.getLong("first_number"))
                        .mapTo(byte[].class)
                        .list());
        return StoredText.joined(parts);
    }
}
