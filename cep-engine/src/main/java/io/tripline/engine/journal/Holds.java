package io.tripline.engine.journal;

import io.tripline.engine.port.JournalReader.Hold;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** From where on the journal may not be removed, for whom it may concern. Any thread may use it. */
final class Holds {

    /** Takes a part of the journal away. */
    @FunctionalInterface
    interface Removal {
        void remove() throws IOException;
    }

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

    /** Whether somebody holds a sequence, or one before it. */
    synchronized boolean isHeld(long sequence) {
        return held.values().stream().anyMatch(from -> from <= sequence);
    }

    /** Removes unless somebody holds what would go; who comes later finds it gone. */
    synchronized boolean removeUnlessHeld(long throughSequence, Removal removal) throws IOException {
        if (isHeld(throughSequence)) {
            return false;
        }
        removal.remove();
        return true;
    }
}
