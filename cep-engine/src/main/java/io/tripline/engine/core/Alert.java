package io.tripline.engine.core;

import io.tripline.dsl.plan.AlertSeverity;
import java.util.List;
import java.util.SortedMap;

/**
 * What a rule had to say about one match.
 *
 * @param id made from the rule, its version, its key and the identities of the matched events: the same on every
 *     replay and every node
 * @param rule name of the rule
 * @param title the rule's title
 * @param version of the rule
 * @param key the rule's key by part, as plain objects (see {@link io.tripline.engine.event.Event#valueAt}), in the order
 *     of the parts' names
 * @param atNanos event time of the last matched event, or the deadline of an absence; nanoseconds since 1970
 * @param message the rendered template
 * @param matched what each step took, in the order of the steps; steps that took nothing are absent
 */
public record Alert(
        String id,
        String rule,
        String title,
        String version,
        AlertSeverity severity,
        SortedMap<String, Object> key,
        long atNanos,
        String message,
        List<MatchedStep> matched) {

    public Alert {
        matched = List.copyOf(matched);
    }
}
