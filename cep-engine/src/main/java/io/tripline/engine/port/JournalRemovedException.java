package io.tripline.engine.port;

/** What was asked for was removed from the journal, as its retention says. */
public final class JournalRemovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long firstSequence;

    /**
     * @param wanted the sequence that was asked for
     * @param firstSequence the first that is still there
     */
    public JournalRemovedException(long wanted, long firstSequence) {
        super("sequence " + wanted + " was removed from the journal; the first that is kept is " + firstSequence);
        this.firstSequence = firstSequence;
    }

    /** The first sequence that is still there. */
    public long firstSequence() {
        return firstSequence;
    }
}
