package io.tripline.alerting.store;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Lets old rows go now and then: finding out which takes a look at all that are kept. */
final class RowTrimming {

    private static final long ROWS_BETWEEN = 20_000;

    private final Map<String, Long> since = new HashMap<>();

    /** So many rows of some views were written. */
    void written(Handle handle, Map<String, Long> rowsByView) {
        rowsByView.forEach((view, rows) -> {
            if (since.merge(view, rows, Long::sum) >= ROWS_BETWEEN) {
                since.remove(view);
                ViewRows.trim(handle, view);
            }
        });
    }
}
