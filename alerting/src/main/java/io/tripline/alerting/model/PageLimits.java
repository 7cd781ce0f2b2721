package io.tripline.alerting.model;

import java.util.Optional;

/** How much of a list one page may hold, and where a page begins. */
public final class PageLimits {

    private PageLimits() {}

    static void check(int limit, int maximum) {
        if (limit < 1 || limit > maximum) {
            throw new IllegalArgumentException("the limit " + limit + " is not between 1 and " + maximum);
        }
    }

    /**
     * The number before which a page begins.
     *
     * @throws IllegalArgumentException when the cursor is not one that a page has given
     */
    public static long before(Optional<String> cursor) {
        if (cursor.isEmpty()) {
            return Long.MAX_VALUE;
        }
        String text = cursor.get();
        boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw new IllegalArgumentException("'" + text + "' is not a cursor; use the 'next' of the page before");
        }
        return Long.parseLong(text);
    }
}
