package io.tripline.engine.view;

import java.util.Optional;

/** What becomes of a row. */
public sealed interface RowChange {

    /** As it now is; or, when withdrawn, as it was. */
    Row row();

    /**
     * It now stands: for the first time, changed, or again.
     *
     * @param before as it stood until now
     */
    record Published(Row row, Optional<Row> before) implements RowChange {}

    /** It stands no more: it is not what the view asks for any more, or its session goes on or is part of another. */
    record Withdrawn(Row row) implements RowChange {}
}
