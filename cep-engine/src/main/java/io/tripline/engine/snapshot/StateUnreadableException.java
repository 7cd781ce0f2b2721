package io.tripline.engine.snapshot;

/** What is to be read as a state is none, or one of another engine. */
public final class StateUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StateUnreadableException(String message) {
        super(message);
    }
}
