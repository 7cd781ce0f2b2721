package io.tripline.engine.host;

/** Is told how far the replay at the start has come; called by the thread that opens the node. */
@FunctionalInterface
public interface RecoveryListener {

    /**
     * Called now and then, and once at the end.
     *
     * @param sequence read so far
     */
    void replayed(long sequence);
}
