package io.tripline.alerting.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a view to list, those whose windows end last first.
 *
 * @param from windows that end then or later
 * @param to windows that end before
 * @param groups values of groups, as text; a row has all of them
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param cursor the {@code next} of the page before
 */
public record RowFilter(
        String view,
        Optional<Instant> from,
        Optional<Instant> to,
        List<String> groups,
        int limit,
        Optional<String> cursor) {

    public static final int DEFAULT_LIMIT = 100;
    public static final int MAX_LIMIT = 2_000;
    private static final int MAX_GROUPS = 8;

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException when the limit is out of range, or there are more values than groups
     */
    public RowFilter {
        groups = List.copyOf(groups);
        PageLimits.check(limit, MAX_LIMIT);
        if (groups.size() > MAX_GROUPS) {
            throw new IllegalArgumentException("a view has at most " + MAX_GROUPS + " groups");
        }
    }
}
