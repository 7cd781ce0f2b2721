package io.tripline.console.http;

import io.tripline.engine.host.NodeRefusesException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits for the answer to a change that a request has asked the node for. */
public final class NodeAnswers {

    private static final long ANSWER_SECONDS = 60;

    private NodeAnswers() {}

    /**
     * The answer, when the change is durable.
     *
     * @throws ProblemException when the node does not take the change, or has not answered
     * @throws RuntimeException what else the node has to say against it
     */
    public static <T> T await(CompletableFuture<T> answer) throws InterruptedException {
        return await(answer, () -> false);
    }

    /** As above, and as long as the node is still at it. */
    public static <T> T await(CompletableFuture<T> answer, BooleanSupplier atIt) throws InterruptedException {
        try {
            return get(answer, atIt);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NodeRefusesException refusal) {
                Problem problem = Problem.of(503, "refusing", "The node takes no changes now", refusal.getMessage());
                throw (refusal.mayPass() ? problem.withHeader("Retry-After", "5") : problem).asException();
            } else if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw Problem.badRequest(wrong.getMessage()).asException();
            } else if (e.getCause() instanceof RuntimeException other) {
                throw other;
            }
            throw new IllegalStateException("the node failed to make a change", e.getCause());
        } catch (TimeoutException e) {
            throw Problem.of(
                            503,
                            "refusing",
                            "The node has not answered",
                            "the journal has not answered for " + ANSWER_SECONDS
                                    + " s; look whether the change was made before you try again")
                    .asException();
        }
    }

    private static <T> T get(CompletableFuture<T> answer, BooleanSupplier atIt)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (!atIt.getAsBoolean()) {
                    throw e;
                }
            }
        }
    }
}
