package io.tripline.console.lists;

import io.tripline.console.http.Problem;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.NodeRefusesException;
import io.tripline.engine.table.ReferenceChange;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Hands changes to the node and waits until they are durable. */
@Component
final class ReferenceChanger {

    private static final long ANSWER_SECONDS = 30;

    private final Node node;

    ReferenceChanger(Node node) {
        this.node = node;
    }

    /** The body of an answer: where in the journal the change stands, and how much of it there is. */
    record Changed(long sequence, int count) {}

    /** @throws io.tripline.console.http.ProblemException when the node does not take them */
    Changed change(long revision, List<ReferenceChange> changes) throws InterruptedException {
        try {
            long sequence = node.changeReferences(revision, changes).get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return new Changed(sequence, changes.size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NodeRefusesException refusal) {
                Problem problem = Problem.of(503, "refusing", "The node takes no changes now", refusal.getMessage());
                throw (refusal.mayPass() ? problem.withHeader("Retry-After", "1") : problem).asException();
            } else if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw Problem.badRequest(wrong.getMessage()).asException();
            }
            throw new IllegalStateException("the node failed to change its lists", e.getCause());
        } catch (TimeoutException e) {
            throw Problem.of(
                            503,
                            "refusing",
                            "The node has not answered",
                            "the journal has not answered for " + ANSWER_SECONDS
                                    + " s; the same change may be sent again without harm")
                    .asException();
        }
    }
}
