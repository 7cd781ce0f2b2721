package io.tripline.console.ingest;

import io.tripline.console.decode.ErrorCode;
import io.tripline.console.decode.EventReader;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.host.EventBatch;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.SubmitResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes the events of one body. One batch is on its way to the journal while the next is read; it is answered before the
 * next is handed over, so that the events of a body keep their order. For one thread.
 */
final class Intake {

    private static final long MAX_PAUSE_MILLIS = 50;

    private final Node node;
    private final String source;
    private final IntakeLimits limits;
    private final IntakeResult result;

    private final EventWriter writer;
    private final long[] lines;
    private EventCatalog catalog;

    private Outgoing onItsWay;
    private CompletableFuture<SubmitResult> answer;
    private long waitedMillis;
    private SubmitResult.Refused refusal;
    private Duration retryAfter;

    Intake(Node node, String source, IntakeLimits limits) {
        this.node = node;
        this.source = source;
        this.limits = limits;
        this.result = new IntakeResult(limits.listedErrors());
        this.writer = new EventWriter(limits.batchBytes() / 4);
        this.lines = new long[limits.batchEvents()];
        this.catalog = node.catalog();
    }

    EventCatalog catalog() {
        return catalog;
    }

    /**
     * Reads to the end and waits until all is durable. When reading fails, what was read before is taken first.
     *
     * @throws IOException when the body cannot be read on
     */
    void take(EventReader reader) throws IOException, InterruptedException {
        try {
            boolean more = true;
            while (more) {
                more = switch (reader.next(writer)) {
                    case DECODED -> {
                        lines[writer.count() - 1] = reader.line();
                        if (writer.count() == limits.batchEvents() || writer.length() >= limits.batchBytes()) {
                            handOver();
                            reader.use(catalog);
                        }
                        // Nothing is taken of a body that begins while the node is busy: it is sent again as a whole.
                        yield !isTurnedAway();
                    }
                    case REJECTED -> {
                        result.reject(reader.error());
                        yield true;
                    }
                    case END -> false;
                };
            }
        } finally {
            handOver();
            settle();
        }
    }

    IntakeResult result() {
        return result;
    }

    /** How long to wait, when the node was busy and nothing was taken. */
    Optional<Duration> turnedAway() {
        return Optional.ofNullable(isTurnedAway() ? retryAfter : null);
    }

    /** Why the node takes no events now, if that is so. */
    Optional<SubmitResult.Refused> refusal() {
        return Optional.ofNullable(refusal);
    }

    private boolean isTurnedAway() {
        return retryAfter != null && !result.isTaken();
    }

    /** Sends what has been read on its way. */
    private void handOver() throws InterruptedException {
        settle();
        if (writer.count() > 0) {
            EventBatch batch = new EventBatch(catalog, writer.toByteArray(), writer.length(), writer.count(), source);
            Outgoing outgoing = new Outgoing(batch, Arrays.copyOf(lines, batch.count()));
            if (refusal != null) {
                reject(outgoing, ErrorCode.REFUSED, refusal.reason());
            } else if (isTurnedAway()) {
                rejectAsOverloaded(outgoing);
            } else {
                onItsWay = outgoing;
                answer = node.submit(batch);
            }
        }
        writer.clear();
        catalog = node.catalog();
    }

    /** Waits for the batch that is on its way. */
    private void settle() throws InterruptedException {
        while (answer != null) {
            SubmitResult outcome = await(answer);
            answer = null;
            Optional<Outgoing> again = settled(onItsWay, outcome);
            if (again.isPresent()) {
                onItsWay = again.get();
                answer = node.submit(onItsWay.batch());
            }
        }
    }

    /** Notes what became of a batch; gives what of it is to be submitted again. */
    private Optional<Outgoing> settled(Outgoing outgoing, SubmitResult outcome) throws InterruptedException {
        if (outcome instanceof SubmitResult.Accepted accepted) {
            result.accept(accepted.count(), accepted.duplicates().cardinality());
        } else if (outcome instanceof SubmitResult.Stale stale) {
            return outgoing.encodedFor(stale.current(), result);
        } else if (outcome instanceof SubmitResult.Refused refused) {
            refusal = refused;
            reject(outgoing, ErrorCode.REFUSED, refused.reason());
        } else if (outcome instanceof SubmitResult.Busy busy) {
            if (pauses(busy)) {
                return Optional.of(outgoing);
            }
            rejectAsOverloaded(outgoing);
        }
        return Optional.empty();
    }

    /** Waits a little, if this request may still wait. One of which nothing was taken is better sent again. */
    private boolean pauses(SubmitResult.Busy busy) throws InterruptedException {
        if (!result.isTaken() || waitedMillis >= limits.busyWaitMillis()) {
            retryAfter = busy.retryAfter();
            return false;
        }
        long pause = Math.min(MAX_PAUSE_MILLIS, Math.max(1, busy.retryAfter().toMillis()));
        Thread.sleep(pause);
        waitedMillis += pause;
        return true;
    }

    private void rejectAsOverloaded(Outgoing outgoing) {
        reject(outgoing, ErrorCode.OVERLOADED, "the node is busy; send this event again later");
    }

    private void reject(Outgoing outgoing, ErrorCode code, String detail) {
        outgoing.errors(code, detail).forEach(result::reject);
    }

    private SubmitResult await(CompletableFuture<SubmitResult> future) throws InterruptedException {
        try {
            return future.get(limits.answerMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new SubmitResult.Refused(
                    "the journal has not answered for " + limits.answerMillis() / 1_000
                            + " s; whether the event was taken is not known, so send it again",
                    true);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the node failed to take a batch", e.getCause());
        }
    }
}
