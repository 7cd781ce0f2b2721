package io.tripline.alerting.store;

import io.tripline.alerting.model.AlertFilter;
import io.tripline.alerting.model.AlertState;
import io.tripline.dsl.plan.AlertSeverity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * One question to the alerts that an index answers in its own order, so that a page costs the same however many alerts
 * there are. H2 reads an index backwards only when the order names its columns from the first one on.
 */
final class AlertQuery {

    static final String COLUMNS = "SELECT a.first_number, a.last_number, a.alert_id, a.revision, a.rule_name,"
            + " a.title, a.rule_version, a.severity, a.state, a.key_json, a.at_nanos, a.recorded_nanos, a.message,"
            + " a.matched_json";

    private static final String ALERTS_BEFORE = " FROM alert a WHERE a.first_number < :before";

    private final String from;
    private final String order;
    private final int limit;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, String> values = new TreeMap<>();

    private AlertQuery(String from, String order, int limit) {
        this.from = from;
        this.order = order;
        this.limit = limit;
    }

    /** The queries whose answers together, newest first, begin with the page. */
    static List<AlertQuery> queriesFor(AlertFilter filter) {
        if (filter.key().isPresent()) {
            return byKey(StoredText.searched(filter.key().get()), filter);
        } else if (filter.rule().isPresent()) {
            return List.of(overAlerts(" ORDER BY a.rule_name DESC, a.first_number DESC", filter)
                    .filtered(filter));
        } else if (filter.severity().isPresent() || filter.state().isPresent()) {
            return bySeverityAndState(filter);
        }
        return List.of(overAlerts(" ORDER BY a.first_number DESC", filter));
    }

    Query on(Handle handle, long before) {
        StringBuilder sql = new StringBuilder(COLUMNS).append(from);
        conditions.forEach(sql::append);
        return handle.createQuery(sql.append(order).append(" LIMIT :limit"))
                .bind("before", before)
                .bind("limit", limit)
                .bindMap(values);
    }

    /** The value may be the first part of a key, or another. */
    private static List<AlertQuery> byKey(String value, AlertFilter filter) {
        AlertQuery first = overAlerts(" ORDER BY a.key_text DESC, a.first_number DESC", filter);
        first.equal("a.key_text", "key", value);
        AlertQuery further = new AlertQuery(
                " FROM alert_key k JOIN alert a ON a.first_number = k.first_number WHERE k.first_number < :before",
                " ORDER BY k.key_text DESC, k.first_number DESC",
                filter.limit());
        further.equal("k.key_text", "key", value);
        return List.of(first.filtered(filter), further.filtered(filter));
    }

    /** One index serves both filters: what is not asked for is asked for value by value. */
    private static List<AlertQuery> bySeverityAndState(AlertFilter filter) {
        List<AlertQuery> queries = new ArrayList<>();
        for (AlertSeverity severity : filter.severity().map(List::of).orElse(List.of(AlertSeverity.values()))) {
            for (AlertState state : filter.state().map(List::of).orElse(List.of(AlertState.values()))) {
                AlertQuery query = overAlerts(" ORDER BY a.severity DESC, a.state DESC, a.first_number DESC", filter);
                query.equal("a.severity", "severity", wireName(severity));
                query.equal("a.state", "state", state.wireName());
                queries.add(query);
            }
        }
        return queries;
    }

    private static AlertQuery overAlerts(String order, AlertFilter filter) {
        return new AlertQuery(ALERTS_BEFORE, order, filter.limit());
    }

    private AlertQuery filtered(AlertFilter filter) {
        filter.rule().ifPresent(rule -> equal("a.rule_name", "rule", rule));
        filter.severity().ifPresent(severity -> equal("a.severity", "severity", wireName(severity)));
        filter.state().ifPresent(state -> equal("a.state", "state", state.wireName()));
        return this;
    }

    private void equal(String column, String name, String value) {
        conditions.add(" AND " + column + " = :" + name);
        values.put(name, value);
    }

    private static String wireName(AlertSeverity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
