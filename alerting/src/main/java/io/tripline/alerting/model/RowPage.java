package io.tripline.alerting.model;

import java.util.List;
import java.util.Optional;

/**
 * A part of the rows of a view, newest first.
 *
 * @param next the cursor of the page that follows; empty on the last
 */
public record RowPage(List<StoredRow> rows, Optional<String> next) {

    public RowPage {
        rows = List.copyOf(rows);
    }
}
