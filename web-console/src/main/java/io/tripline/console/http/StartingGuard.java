package io.tripline.console.http;

import io.tripline.engine.host.Node;
import io.tripline.engine.host.NodeStatus;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Answers 503 with the progress for as long as the node replays its journal: until then it does not know its own rules,
 * and an answer would be one of the past. What says how the node is doing is answered all the while.
 */
@Component
@Order(StartingGuard.BEHIND_THE_LOOPBACK_GUARD)
final class StartingGuard implements Filter {

    static final int BEHIND_THE_LOOPBACK_GUARD = Integer.MIN_VALUE + 100;

    private static final Set<String> ANSWERED = Set.of("/v1/status", "/v1/meters");

    private final Node node;
    private volatile boolean started;

    StartingGuard(Node node) {
        this.node = node;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) request).getRequestURI();
        if (started || !path.startsWith("/v1/") || ANSWERED.contains(path) || hasStarted()) {
            chain.doFilter(request, response);
        } else {
            ProblemWriter.write(starting(node.status()), path, (HttpServletResponse) response);
        }
    }

    private boolean hasStarted() {
        started = node.hasStarted();
        return started;
    }

    private static Problem starting(NodeStatus status) {
        long sequence = status.replay().map(NodeStatus.ReplayStatus::sequence).orElse(0L);
        long kept = status.replay().map(NodeStatus.ReplayStatus::kept).orElse(0L);
        return Problem.of(
                        503,
                        "starting",
                        "The node is starting",
                        String.format(
                                Locale.ROOT,
                                "it replays its journal: %,d entries so far, of at least %,d",
                                sequence,
                                Math.max(kept, sequence)))
                .with("replayed", sequence)
                .with("atLeast", Math.max(kept, sequence))
                .withHeader("Retry-After", "2");
    }
}
