package io.tripline.console.lists;

import io.tripline.console.http.NodeAnswers;
import io.tripline.engine.host.Node;
import io.tripline.engine.table.ReferenceChange;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hands changes to the node and waits until they are durable. */
@Component
final class ReferenceChanger {

    private final Node node;

    ReferenceChanger(Node node) {
        this.node = node;
    }

    /** The body of an answer: where in the journal the change stands, and how much of it there is. */
    record Changed(long sequence, int count) {}

    /** @throws io.tripline.console.http.ProblemException when the node does not take them */
    Changed change(long revision, List<ReferenceChange> changes) throws InterruptedException {
        return new Changed(NodeAnswers.await(node.changeReferences(revision, changes)), changes.size());
    }
}
