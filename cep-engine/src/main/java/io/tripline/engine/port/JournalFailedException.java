package io.tripline.engine.port;

/** A write to the journal or its sync has failed. What is on the disk is not known until the journal is opened again. */
public final class JournalFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
