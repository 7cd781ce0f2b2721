package io.tripline.engine.port;

/** The time of day, asked for once for each batch and written into the journal; nothing is decided by it. */
@FunctionalInterface
public interface TimeSource {

    /** Nanoseconds since 1970; may jump. */
    long nowNanos();
}
