package io.tripline.alerting.webhook;

import java.io.IOException;

/** A webhook may not be sent there; the message says why, for the person who set it up. */
public final class TargetRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    TargetRefusedException(String message) {
        super(message);
    }
}
