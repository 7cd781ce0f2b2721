package io.tripline.console.rules;

import java.time.Instant;
import java.util.List;

/**
 * A rule file in a list.
 *
 * @param etag of its text, without the quotes of the header
 * @param updatedAt when its text last changed, as far as this process knows
 */
record RuleFileView(String name, String etag, Instant updatedAt, List<EventView> events, List<RuleView> rules) {

    /** A declared event type. */
    record EventView(String name, List<FieldView> fields) {}

    /** @param role {@code id}, {@code time}, or null */
    record FieldView(String name, String type, boolean optional, String role) {}

    record RuleView(String name, String title, String severity, List<String> key, int line, String version) {}
}
