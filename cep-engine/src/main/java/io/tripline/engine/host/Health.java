package io.tripline.engine.host;

import io.tripline.engine.host.SubmitResult.Refused;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether the node takes input, and if not, why. Any thread may ask and tell. */
final class Health {

    private volatile Refused fatal;
    private volatile String full;
    private volatile String sinkTrouble;
    private volatile boolean running;
    private volatile boolean stopping;
    private volatile boolean closed;

    /** Stops the node for good; the first reason stays. */
    synchronized void failForGood(String reason) {
        if (fatal == null) {
            fatal = new Refused(reason, false);
        }
    }

    void journalFull(String reason) {
        full = reason;
    }

    void journalHasRoom() {
        if (full != null) {
            full = null;
        }
    }

    void sinkFails(String reason) {
        sinkTrouble = reason;
    }

    void sinkWorks() {
        if (sinkTrouble != null) {
            sinkTrouble = null;
        }
    }

    void recovered() {
        running = true;
    }

    boolean isRunning() {
        return running;
    }

    /** No input from now on; what is on its way is worked off. */
    void stop() {
        stopping = true;
    }

    /** As {@link #stop}, and the node is closed next; false when that was said before. */
    synchronized boolean close() {
        boolean first = !closed;
        stopping = true;
        closed = true;
        return first;
    }

    boolean isClosing() {
        return closed;
    }

    boolean hasFailed() {
        return fatal != null;
    }

    /** Why nothing may enter the ring. A full journal is not among it: whether there is room again, trying tells. */
    Optional<Refused> refusal() {
        Refused reason = fatal;
        if (reason != null) {
            return Optional.of(reason);
        }
        if (stopping) {
            return Optional.of(new Refused("the node is stopping", true));
        }
        String trouble = sinkTrouble;
        if (trouble != null) {
            return Optional.of(new Refused(trouble, true));
        }
        return running ? Optional.empty() : Optional.of(new Refused("the node is starting", true));
    }

    /** As {@link #refusal}, and also when the journal was full the last time it was tried and still has no room. */
    Optional<Refused> refusalOrFull(BooleanSupplier hasRoom) {
        Optional<Refused> refusal = refusal();
        String reason = full;
        if (refusal.isPresent() || reason == null || hasRoom.getAsBoolean()) {
            return refusal;
        }
        return Optional.of(new Refused(reason, true));
    }

    NodeStatus.State state(boolean refusing) {
        if (closed) {
            return NodeStatus.State.STOPPED;
        } else if (!running && fatal == null && !stopping) {
            return NodeStatus.State.STARTING;
        }
        return refusing ? NodeStatus.State.REFUSING : NodeStatus.State.RUNNING;
    }
}
