package io.tripline.alerting.model;

import io.tripline.dsl.plan.AlertSeverity;
import java.time.Instant;

/**
 * An alert as it is kept.
 *
 * @param id the same on every replay and every node
 * @param number rises over all alerts with every change of one; the number of this alert's newest change
 * @param firstNumber the number of its first change; orders lists, for it never changes
 * @param revision how many times it has been reported: 1 when it fired, one more for every change since
 * @param keyJson the key by part, as the text of a JSON object
 * @param at event time of the last matched event
 * @param recordedAt when the newest change was kept, by the clock
 * @param matchedJson the steps with their events in full, as the text of a JSON array
 */
public record StoredAlert(
        String id,
        long number,
        long firstNumber,
        int revision,
        String rule,
        String title,
        String version,
        AlertSeverity severity,
        String keyJson,
        Instant at,
        Instant recordedAt,
        AlertState state,
        String message,
        String matchedJson) {}
