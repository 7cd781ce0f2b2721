package io.tripline.engine.journal;

import io.tripline.engine.port.JournalReader.Hold;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** From where on the journal may not be removed, for whom it may concern. Any thread may use it. */
final class Holds {

    private final Map<Object, Long> held = new HashMap<>();

    /** Nothing from that sequence on is removed until the hold is closed. */
    synchronized Hold hold(long fromSequence) {
        Object key = new Object();
        held.put(key, fromSequence);
        return () -> release(key);
    }

    private synchronized void release(Object key) {
        held.remove(key);
    }

    synchronized OptionalLong lowest() {
        return held.values().stream().mapToLong(Long::longValue).min();
    }
}
