package io.tripline.engine.host;

import io.tripline.engine.state.SnapshotManifest;

/** Is told how far the replay at the start has come; called by the thread that opens the node. */
@FunctionalInterface
public interface RecoveryListener {

    /**
     * Called now and then, and once at the end.
     *
     * @param sequence read so far
     */
    void replayed(long sequence);

    /** A snapshot is loaded; only what is behind it in the journal is read. */
    default void snapshotLoaded(SnapshotManifest snapshot) {}

    /** A snapshot is not used, with the reason; an older one is, or all of the journal is read. */
    default void snapshotUnusable(String reason) {}
}
