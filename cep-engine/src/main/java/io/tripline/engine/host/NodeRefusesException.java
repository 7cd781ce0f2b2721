package io.tripline.engine.host;

/** A rule change was not taken, because the node takes no input now. */
public final class NodeRefusesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    NodeRefusesException(String reason, boolean mayPass) {
        super(reason);
        this.mayPass = mayPass;
    }

    /** Whether it can pass without a restart. */
    public boolean mayPass() {
        return mayPass;
    }
}
