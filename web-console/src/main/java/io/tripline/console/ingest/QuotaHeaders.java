package io.tripline.console.ingest;

import io.tripline.engine.host.Node;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells a sender how much it could send now, so that it can slow down before it is turned away:
 * {@code RateLimit-Policy} and {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers-10. Both quotas bound what is on
 * its way and have no time window: they are free again as soon as the node is done with it.
 */
final class QuotaHeaders {

    private static final String BYTES = "\"in-flight\"";
    private static final String REQUESTS = "\"bodies\"";

    private final Node node;
    private final ReadingBudget budget;
    private final String policy;

    QuotaHeaders(Node node, ReadingBudget budget, long ringBytes) {
        this.node = node;
        this.budget = budget;
        this.policy = BYTES + ";q=" + ringBytes + ";qu=\"content-bytes\", " + REQUESTS + ";q=" + budget.limit()
                + ";qu=\"concurrent-requests\"";
    }

    /** To be called while the answer has not begun. */
    void write(HttpServletResponse response, String source) {
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader(
                "RateLimit", BYTES + ";r=" + node.bytesLeft(source) + ", " + REQUESTS + ";r=" + budget.left(source));
    }
}
