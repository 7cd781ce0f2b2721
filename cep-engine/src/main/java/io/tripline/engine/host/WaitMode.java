package io.tripline.engine.host;

/** How the node's threads wait for work. */
public enum WaitMode {
    /** Asleep: right when there are fewer cores than threads. */
    BLOCKING(0),
    /** Awake for a moment, then asleep: a little faster where there is a core for each thread. */
    PHASED(50_000);

    private final long spinNanos;

    WaitMode(long spinNanos) {
        this.spinNanos = spinNanos;
    }

    ChainWait strategy() {
        return new ChainWait(spinNanos);
    }
}
