package io.tripline.alerting.outbox;

import io.tripline.engine.core.Alert;

/**
 * One change of one alert.
 *
 * @param number its place in the feed of changes
 * @param revision how many times the alert has been reported, this one included
 * @param keyJson the alert's key as JSON
 * @param matchedJson the alert's matched events in full as JSON
 */
public record AlertChange(
        long number, NotificationEvent event, int revision, Alert alert, String keyJson, String matchedJson) {}
