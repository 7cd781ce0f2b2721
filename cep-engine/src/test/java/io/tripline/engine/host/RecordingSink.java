package io.tripline.engine.host;

import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.port.OutcomeSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Keeps outcomes as lines. It can be made to fail, or to wait. */
final class RecordingSink implements OutcomeSink {

    private final List<String> lines = new ArrayList<>();
    private long position;
    private volatile String failure;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public void accept(long throughSequence, List<Outcome> outcomes) {
        await();
        keep(throughSequence, outcomes);
    }

    private synchronized void keep(long throughSequence, List<Outcome> outcomes) {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        for (Outcome outcome : outcomes) {
            if (outcome.sequence() <= position || outcome.sequence() > throughSequence) {
                throw new AssertionError(outcome + " is not after " + position + " up to " + throughSequence);
            }
            lines.add(line(outcome));
        }
        position = throughSequence;
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    void fail(String reason) {
        failure = reason;
    }

    void work() {
        failure = null;
    }

    void close() {
        gate = new CountDownLatch(1);
    }

    void open() {
        gate.countDown();
    }

    /** As if it had kept everything through a sequence before. */
    synchronized void startAt(long sequence) {
        position = sequence;
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the node's threads", e);
        }
    }

    static String line(Outcome outcome) {
        if (outcome instanceof Outcome.Late late) {
            return outcome.sequence() + " late " + late.event();
        }
        if (!(outcome instanceof Outcome.Fired
                || outcome instanceof Outcome.Amended
                || outcome instanceof Outcome.Retracted)) {
            return outcome.sequence() + " " + outcome;
        }
        Alert alert = outcome instanceof Outcome.Fired fired
                ? fired.alert()
                : outcome instanceof Outcome.Amended amended ? amended.alert() : ((Outcome.Retracted) outcome).alert();
        return outcome.sequence() + " " + outcome.getClass().getSimpleName() + " " + alert.rule() + " " + alert.id()
                + " " + alert.message();
    }
}
