package io.tripline.engine.core;

/**
 * What a rule knows of one key.
 *
 * <p>{@code live} has seen all events. Where late events may still come there are also the events they may come between,
 * and {@code settled}, which has seen only those before: from it the others are gone over again.
 */
final class KeyState {

    private final byte[] key;
    private final long hash;
    private RuleProgress live;
    private RuleProgress settledOrNull;
    private History historyOrNull;

    KeyState(byte[] key, long hash, RuleProgress live) {
        this.key = key;
        this.hash = hash;
        this.live = live;
    }

    byte[] key() {
        return key;
    }

    long hash() {
        return hash;
    }

    RuleProgress live() {
        return live;
    }

    void replaceLive(RuleProgress progress) {
        live = progress;
    }

    RuleProgress settled() {
        return settledOrNull;
    }

    /** Whether events of the key have ever been kept. */
    boolean hasHistory() {
        return historyOrNull != null;
    }

    boolean isSettled() {
        return historyOrNull == null || historyOrNull.isEmpty();
    }

    /** The events that are not settled; the first call makes a place for them. */
    History history() {
        if (historyOrNull == null) {
            historyOrNull = new History();
            settledOrNull = live.copy();
        }
        return historyOrNull;
    }
}
