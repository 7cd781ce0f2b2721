package io.tripline.alerting.store;

import io.tripline.alerting.model.RowFilter;
import io.tripline.alerting.model.RowPage;
import io.tripline.alerting.model.StoredRow;
import io.tripline.alerting.model.ViewTotals;
import io.tripline.alerting.sql.Database;
import io.tripline.engine.event.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The newest rows of views. Safe for use by several threads. */
public final class ViewRows {

    /** Of a view more are not kept: those whose windows ended first go, some while after there are too many. */
    public static final int KEPT_ROWS = 200_000;

    private final Database database;

    public ViewRows(Database database) {
        this.database = database;
    }

    /**
     * A page of rows, those whose windows end last first.
     *
     * @throws IllegalArgumentException when the cursor is not one that a page has given
     */
    public RowPage list(RowFilter filter) {
        Optional<Place> after = filter.cursor().map(Place::parse);
        List<StoredRow> rows = database.read("list rows", handle -> query(handle, filter, after)
                .map((row, context) -> new StoredRow(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        Nanos.toInstant(row.getLong(4)),
                        Nanos.toInstant(row.getLong(5)),
                        row.getString(6),
                        row.getString(7)))
                .list());
        boolean full = rows.size() == filter.limit();
        return new RowPage(rows, full ? Optional.of(Place.of(rows.get(rows.size() - 1))) : Optional.empty());
    }

    private static Query query(Handle handle, RowFilter filter, Optional<Place> after) {
        StringBuilder sql = new StringBuilder(
                "SELECT row_id, view_version, revision, start_nanos, end_nanos, groups_json, columns_json FROM view_row"
                        + " WHERE view_name = :view AND end_nanos >= :from AND end_nanos < :to");
        after.ifPresent(place -> sql.append(" AND end_nanos <= :end AND (end_nanos < :end OR row_id > :id)"));
        for (int group = 0; group < filter.groups().size(); group++) {
            sql.append(" AND group_text LIKE :group").append(group).append(" ESCAPE '!'");
        }
        sql.append(" ORDER BY end_nanos DESC, row_id LIMIT :limit");
        Query query = handle.createQuery(sql.toString())
                .bind("view", filter.view())
                .bind("from", filter.from().map(Nanos::of).orElse(Long.MIN_VALUE))
                .bind("to", filter.to().map(Nanos::of).orElse(Long.MAX_VALUE))
                .bind("limit", filter.limit());
        after.ifPresent(place -> query.bind("end", place.endNanos).bind("id", place.rowId));
        for (int group = 0; group < filter.groups().size(); group++) {
            query.bind("group" + group, GroupText.pattern(filter.groups().get(group)));
        }
        return query;
    }

    /** What is kept, by the names of the views that something is kept of. */
    public Map<String, ViewTotals> totals() {
        return database.read("count rows", handle -> {
            Map<String, ViewTotals> totals = new TreeMap<>();
            handle.createQuery("SELECT view_name, COUNT(*), MAX(end_nanos) FROM view_row GROUP BY view_name")
                    .map((row, context) -> totals.put(
                            row.getString(1), new ViewTotals(row.getLong(2), Nanos.toInstant(row.getLong(3)))))
                    .list();
            return totals;
        });
    }

    /** Lets the oldest rows of a view go. */
    static void trim(Handle handle, String view) {
        handle.createUpdate(
                        "DELETE FROM view_row WHERE view_name = :view AND end_nanos <= (SELECT end_nanos FROM view_row"
                                + " WHERE view_name = :view ORDER BY end_nanos DESC OFFSET :kept ROWS FETCH NEXT 1 ROWS ONLY)")
                .bind("view", view)
                .bind("kept", KEPT_ROWS)
                .execute();
    }

    /** Where a page ends, as a cursor. */
    private record Place(long endNanos, String rowId) {

        static String of(StoredRow row) {
            return Nanos.of(row.end()) + "." + row.id();
        }

        static Place parse(String cursor) {
            int dot = cursor.indexOf('.');
            try {
                return new Place(Long.parseLong(cursor.substring(0, Math.max(0, dot))), cursor.substring(dot + 1));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "'" + cursor + "' is not a cursor; use the 'next' of the page before", e);
            }
        }
    }
}
