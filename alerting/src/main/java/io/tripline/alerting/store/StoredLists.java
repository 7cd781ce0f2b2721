package io.tripline.alerting.store;

import io.tripline.alerting.model.ListEntryPage;
import io.tripline.alerting.model.ListEntryPage.Entry;
import io.tripline.alerting.sql.Database;
import io.tripline.engine.event.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The entries of lists as they are known now. Safe for use by several threads. */
public final class StoredLists {

    private final Database database;

    public StoredLists(Database database) {
        this.database = database;
    }

    /**
     * A page of the entries of a list, in the order of their texts.
     *
     * @param atNanos entries whose time is over then are left out
     * @param after the {@code next} of the page before
     */
    public ListEntryPage entries(String list, long atNanos, Optional<String> after, int limit) {
        List<Entry> entries = database.read("list entries", handle -> handle.createQuery(
                        "SELECT value_text, value_json, until_nanos, rule_name FROM list_entry"
                                + " WHERE list_name = :list AND (:after IS NULL OR value_text > :after) AND until_nanos >= :at"
                                + " ORDER BY value_text LIMIT :limit")
                .bind("list", list)
                .bind("after", after.orElse(null))
                .bind("at", atNanos)
                .bind("limit", limit)
                .map((row, context) -> new Entry(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3) == Long.MAX_VALUE
                                ? Optional.empty()
                                : Optional.of(Nanos.toInstant(row.getLong(3))),
                        row.getString(4)))
                .list());
        boolean full = entries.size() == limit;
        return new ListEntryPage(
                entries, full ? Optional.of(entries.get(entries.size() - 1).text()) : Optional.empty());
    }

    /** How many entries there are, by list; those whose time is over then are left out. */
    public Map<String, Long> counts(long atNanos) {
        return database.read("count entries", handle -> {
            Map<String, Long> counts = new TreeMap<>();
            handle.createQuery("SELECT list_name, COUNT(*) FROM list_entry WHERE until_nanos >= :at GROUP BY list_name")
                    .bind("at", atNanos)
                    .map((row, context) -> counts.put(row.getString(1), row.getLong(2)))
                    .list();
            return counts;
        });
    }
}
