package io.tripline.examples;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The label of one attack: the alert it must lead to, exactly one.
 *
 * @param key the value of the rule's key: the card or the customer
 * @param alertAt the alert's {@code at}, the time of its last matched event
 * @param matched for each step of the rule, in the order of the steps, the ids of the events it takes, in their order
 * @param lastAt time of the thief's last event, which may be after the alert
 */
public record Attack(AttackKind kind, String key, Instant alertAt, Map<String, List<String>> matched, Instant lastAt) {

    public Attack {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(alertAt, "alertAt");
        Objects.requireNonNull(lastAt, "lastAt");
        Map<String, List<String>> copy = new LinkedHashMap<>();
        matched.forEach((step, ids) -> copy.put(step, List.copyOf(ids)));
        matched = Collections.unmodifiableMap(copy);
    }

    /** The name of the rule whose alert this is. */
    public String rule() {
        return kind.rule();
    }

    /** The ids of all matched events, in the order of the steps. */
    public List<String> matchedIds() {
        List<String> ids = new ArrayList<>();
        matched.values().forEach(ids::addAll);
        return ids;
    }
}
