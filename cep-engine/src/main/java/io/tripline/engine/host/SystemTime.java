package io.tripline.engine.host;

import io.tripline.engine.port.TimeSource;
import java.time.Instant;

/** The clock of the machine. */
enum SystemTime implements TimeSource {
    INSTANCE;

    @Override
    public long nowNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
