package io.tripline.engine.port;

/** There is no room on the disk for more input. Nothing was written; it passes when space is made. */
public final class JournalFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalFullException(String message) {
        super(message);
    }
}
