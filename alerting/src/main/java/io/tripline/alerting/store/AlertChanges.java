package io.tripline.alerting.store;

import io.tripline.alerting.json.EventJson;
import io.tripline.alerting.model.AlertCounts;
import io.tripline.alerting.model.AlertState;
import io.tripline.alerting.outbox.AlertChange;
import io.tripline.alerting.outbox.NotificationEvent;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a slice of outcomes changes: every change with its number, and of each alert how it is in the end. Numbers and
 * counts go on from slice to slice.
 */
final class AlertChanges {

    /** An alert as the slice leaves it; {@code before} is null when it is new. */
    record Row(AlertHead before, long firstNumber, AlertChange change) {
        boolean isNew() {
            return before == null;
        }
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<AlertChange> changes = new ArrayList<>();
    private Map<String, AlertHead> stored = Map.of();
    private long lastNumber;
    private long firing;
    private long retracted;

    AlertChanges(long lastNumber, AlertCounts counts) {
        this.lastNumber = lastNumber;
        this.firing = counts.firing();
        this.retracted = counts.retracted();
    }

    /** Begins a slice. */
    void begin(Map<String, AlertHead> storedHeads) {
        stored = storedHeads;
        rows.clear();
        changes.clear();
    }

    /** An outcome that says what is known already (firing though it fires) is no change. */
    void add(Outcome outcome) {
        if (outcome instanceof Outcome.Fired fired) {
            if (stateOf(fired.alert()) != AlertState.FIRING) {
                change(NotificationEvent.FIRING, fired.alert());
            }
        } else if (outcome instanceof Outcome.Amended amended) {
            boolean known = stateOf(amended.alert()) == AlertState.FIRING;
            change(known ? NotificationEvent.AMENDED : NotificationEvent.FIRING, amended.alert());
        } else if (outcome instanceof Outcome.Retracted gone) {
            if (stateOf(gone.alert()) != AlertState.RETRACTED) {
                change(NotificationEvent.RETRACTED, gone.alert());
            }
        }
    }

    /** In the order of the outcomes. */
    List<AlertChange> changes() {
        return changes;
    }

    /** One for each alert that has changed. */
    Collection<Row> rows() {
        return rows.values();
    }

    long lastNumber() {
        return lastNumber;
    }

    AlertCounts counts() {
        return new AlertCounts(firing, retracted);
    }

    private void change(NotificationEvent event, Alert alert) {
        count(stateOf(alert), -1);
        count(event.state(), 1);
        lastNumber++;
        Row row = rows.get(alert.id());
        AlertHead before = row == null ? stored.get(alert.id()) : row.before;
        int revision = row == null ? before == null ? 0 : before.revision() : row.change.revision();
        long firstNumber = row == null ? before == null ? lastNumber : before.firstNumber() : row.firstNumber;
        AlertChange change = new AlertChange(
                lastNumber, event, revision + 1, alert, EventJson.key(alert.key()), EventJson.matched(alert.matched()));
        changes.add(change);
        rows.put(alert.id(), new Row(before, firstNumber, change));
    }

    /** Null when the alert is not known. */
    private AlertState stateOf(Alert alert) {
        Row row = rows.get(alert.id());
        if (row != null) {
            return row.change.event().state();
        }
        AlertHead head = stored.get(alert.id());
        return head == null ? null : head.state();
    }

    private void count(AlertState state, int more) {
        if (state == AlertState.FIRING) {
            firing += more;
        } else if (state == AlertState.RETRACTED) {
            retracted += more;
        }
    }
}
