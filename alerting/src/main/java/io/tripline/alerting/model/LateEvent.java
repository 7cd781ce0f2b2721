package io.tripline.alerting.model;

import java.time.Instant;

/**
 * An event that came later than its source allows; no rule has seen it.
 *
 * @param sequence its position in the journal
 * @param fieldsJson its fields, as the text of a JSON object
 */
public record LateEvent(long sequence, String type, String id, Instant at, String fieldsJson) {}
