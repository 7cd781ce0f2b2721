package io.tripline.dsl.plan;

/** How urgent a rule's alerts are; {@code MEDIUM} when the rule does not say. */
public enum AlertSeverity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
