package io.tripline.alerting.store;

import io.tripline.alerting.json.EventJson;
import io.tripline.alerting.sql.Batch;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.value.ValueText;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes the entries of lists in one transaction, as they are in the end. */
final class ListWriter implements AutoCloseable {

    private final Batch removals;
    private final Batch entries;
    private final Batch lists;

    ListWriter(Handle handle) throws SQLException {
        this.removals =
                new Batch(handle.getConnection(), "DELETE FROM list_entry WHERE list_name = ? AND value_text = ?");
        this.entries = new Batch(
                handle.getConnection(),
                "MERGE INTO list_entry (list_name, value_text, value_json, until_nanos, rule_name) KEY (list_name, value_text)"
                        + " VALUES (?, ?, ?, ?, ?)");
        this.lists = new Batch(handle.getConnection(), "DELETE FROM list_entry WHERE list_name = ?");
    }

    void write(List<Outcome> outcomes) throws SQLException {
        Batch last = null;
        for (Outcome outcome : outcomes) {
            Batch next = batchOrNull(outcome);
            if (next != null) {
                // What comes later must find what came before.
                if (last != null && last != next) {
                    last.send();
                }
                last = next;
                add(outcome);
            }
        }
        if (last != null) {
            last.send();
        }
    }

    private Batch batchOrNull(Outcome outcome) {
        if (outcome instanceof Outcome.ListChanged change) {
            return change.added() ? entries : removals;
        }
        return outcome instanceof Outcome.ListForgotten ? lists : null;
    }

    private void add(Outcome outcome) throws SQLException {
        if (outcome instanceof Outcome.ListForgotten forgotten) {
            lists.add(forgotten.list());
            return;
        }
        Outcome.ListChanged change = (Outcome.ListChanged) outcome;
        String text = ValueText.of(change.value());
        if (change.added()) {
            entries.add(change.list(), text, EventJson.value(change.value()), change.untilNanos(), change.rule());
        } else {
            removals.add(change.list(), text);
        }
    }

    @Override
    public void close() throws SQLException {
        removals.close();
        entries.close();
        lists.close();
    }
}
