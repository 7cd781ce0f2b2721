package io.tripline.alerting.outbox;

import io.tripline.alerting.model.AlertState;

/** What a webhook reports of an alert. */
public enum NotificationEvent {
    FIRING("alert.firing", AlertState.FIRING),
    AMENDED("alert.amended", AlertState.FIRING),
    RETRACTED("alert.retracted", AlertState.RETRACTED);

    private final String wireName;
    private final AlertState state;

    NotificationEvent(String wireName, AlertState state) {
        this.wireName = wireName;
        this.state = state;
    }

    /** The {@code type} of the webhook's body. */
    public String wireName() {
        return wireName;
    }

    /** The state the alert is in afterwards. */
    public AlertState state() {
        return state;
    }
}
