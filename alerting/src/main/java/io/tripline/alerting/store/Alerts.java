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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The alerts that are kept. Safe for use by several threads. */
public final class Alerts {

    private static final String COLUMNS = "SELECT a.first_number, a.last_number, a.alert_id, a.revision, a.rule_name,"
            + " a.title, a.rule_version, a.severity, a.state, a.key_json, a.at_nanos, a.recorded_nanos, a.message,"
            + " a.matched_json";

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
        StringBuilder sql = new StringBuilder(COLUMNS);
        if (filter.key().isPresent()) {
            sql.append(" FROM alert_key k JOIN alert a ON a.first_number = k.first_number"
                    + " WHERE k.key_text = :key AND k.first_number < :before");
        } else {
            sql.append(" FROM alert a WHERE a.first_number < :before");
        }
        filter.rule().ifPresent(rule -> sql.append(" AND a.rule_name = :rule"));
        filter.severity().ifPresent(severity -> sql.append(" AND a.severity = :severity"));
        filter.state().ifPresent(state -> sql.append(" AND a.state = :state"));
        sql.append(filter.key().isPresent() ? " ORDER BY k.first_number" : " ORDER BY a.first_number")
                .append(" DESC LIMIT :limit");
        return database.read("list alerts", handle -> {
            Query query = handle.createQuery(sql).bind("before", before).bind("limit", filter.limit());
            filter.key().ifPresent(key -> query.bind("key", StoredText.searched(key)));
            filter.rule().ifPresent(rule -> query.bind("rule", rule));
            filter.severity().ifPresent(s -> query.bind("severity", s.name().toLowerCase(Locale.ROOT)));
            filter.state().ifPresent(state -> query.bind("state", state.wireName()));
            List<StoredAlert> alerts = alerts(handle, query);
            boolean full = alerts.size() == filter.limit();
            return new AlertPage(
                    alerts,
                    full
                            ? Optional.of(
                                    Long.toString(alerts.get(alerts.size() - 1).firstNumber()))
                            : Optional.empty());
        });
    }

    /** One alert with what has been sent about it. */
    public Optional<AlertDetail> find(String alertId) {
        Optional<StoredAlert> found =
                database.read("read an alert", handle -> alerts(
                                handle,
                                handle.createQuery(COLUMNS + " FROM alert a WHERE a.alert_id = :alert")
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
        return database.read(
                "read changed alerts",
                handle -> alerts(
                        handle,
                        handle.createQuery(COLUMNS + " FROM alert a WHERE a.last_number > :number"
                                        + " ORDER BY a.last_number LIMIT :limit")
                                .bind("number", number)
                                .bind("limit", limit)));
    }

    /** The number of the newest change. */
    public long latestNumber() {
        return store.counters().number();
    }

    public AlertCounts counts() {
        return store.counters().alerts();
    }

    private static List<StoredAlert> alerts(Handle handle, Query query) {
        return query.map((row, context) -> alert(row)).list().stream()
                .map(alert -> withRest(handle, alert))
                .toList();
    }

    private static StoredAlert alert(ResultSet row) throws SQLException {
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
                row.getString("matched_json"));
    }

    private static StoredAlert withRest(Handle handle, StoredAlert alert) {
        if (alert.matchedJson().length() < StoredText.PART_CHARS) {
            return alert;
        }
        List<String> rest = handle.createQuery(
                        "SELECT content FROM alert_matched_rest WHERE first_number = :alert ORDER BY part")
                .bind("alert", alert.firstNumber())
                .mapTo(String.class)
                .list();
        return new StoredAlert(
                alert.id(),
                alert.number(),
                alert.firstNumber(),
                alert.revision(),
                alert.rule(),
                alert.title(),
                alert.version(),
                alert.severity(),
                alert.keyJson(),
                alert.at(),
                alert.recordedAt(),
                alert.state(),
                alert.message(),
                alert.matchedJson() + String.join("", rest));
    }
}
