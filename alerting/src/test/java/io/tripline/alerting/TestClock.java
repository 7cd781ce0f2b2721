package io.tripline.alerting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. */
public final class TestClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-03-02T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void advance(Duration step) {
        now = now.plus(step);
    }
}
