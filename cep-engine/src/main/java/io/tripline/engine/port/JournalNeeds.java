package io.tripline.engine.port;

/** What of the journal its host cannot do without. */
@FunctionalInterface
public interface JournalNeeds {

    /** The host needs everything: it has nothing but the journal to start from. */
    JournalNeeds EVERYTHING = () -> 1;

    /**
     * The oldest sequence that is needed: for a start from the last snapshot, for what rules reach back for. Nothing from
     * it on is removed. Asked by a thread of its own.
     */
    long oldestNeededSequence();
}
