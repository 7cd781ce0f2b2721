package io.tripline.console.ops;

import io.tripline.engine.host.Node;
import io.tripline.engine.host.NodeStatus;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a supervisor and a load balancer ask: whether to start the process again, and whether to send it events. */
@RestController
final class HealthController {

    private final Node node;

    HealthController(Node node) {
        this.node = node;
    }

    /**
     * The body of an answer.
     *
     * @param status {@code up} or {@code down}
     * @param state of the node
     * @param reasons why it is down
     * @param replay how far the replay is; null when it is done
     */
    record HealthView(String status, String state, List<Reason> reasons, ReplayView replay) {}

    /**
     * Why a node is down.
     *
     * @param code {@code starting}, {@code refusing} or {@code stopped}
     * @param mayPass whether it can pass without a restart
     */
    record Reason(String code, String detail, boolean mayPass) {}

    /** Entries of the journal that were read, and how many there are at least. */
    record ReplayView(long sequence, long atLeast) {}

    /** A node that answers is alive; that its disk is full is nothing a restart would mend. */
    @GetMapping("/health/live")
    HealthView live() {
        return new HealthView("up", state(node.status()), List.of(), null);
    }

    @GetMapping("/health/ready")
    ResponseEntity<HealthView> ready() {
        NodeStatus status = node.status();
        if (status.state() == NodeStatus.State.RUNNING) {
            return ResponseEntity.ok(new HealthView("up", state(status), List.of(), null));
        }
        boolean starting = status.state() == NodeStatus.State.STARTING;
        String detail =
                starting ? "the node replays its journal" : status.reason().orElse("the node is stopping");
        ReplayView replay = status.replay()
                .map(read -> new ReplayView(read.sequence(), Math.max(read.sequence(), read.kept())))
                .orElse(null);
        HealthView view = new HealthView(
                "down",
                state(status),
                List.of(new Reason(state(status), detail, starting || status.mayPass())),
                starting ? replay : null);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(503);
        return (starting || status.mayPass() ? answer.header("Retry-After", "2") : answer).body(view);
    }

    private static String state(NodeStatus status) {
        return status.state().name().toLowerCase(Locale.ROOT);
    }
}
