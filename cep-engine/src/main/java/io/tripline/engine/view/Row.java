package io.tripline.engine.view;

import io.tripline.engine.event.Event;

/**
 * A row of a view.
 *
 * @param id made from the view, its version, the groups and what the window is known by (see {@link RowId}): the same in
 *     all revisions, on every replay and every node
 * @param view name of the view
 * @param version of the view
 * @param groups how many of its first fields are groups; behind them stand the columns
 * @param startNanos where its window begins, nanoseconds since 1970
 * @param endNanos where its window ends, which is the row's time
 * @param revision how often it has been published before
 * @param values the row as an event of the view's row type, its sequence that of the input that caused it
 */
public record Row(
        String id,
        String view,
        String version,
        int groups,
        long startNanos,
        long endNanos,
        long revision,
        Event values) {}
