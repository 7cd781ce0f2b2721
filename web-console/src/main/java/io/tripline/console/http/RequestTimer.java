package io.tripline.console.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * How long requests take, by method, route and status: names and labels as in OpenTelemetry's conventions for HTTP. The
 * route is a pattern and not an address, so there are no more series than the API has routes.
 */
@Component
@Order(RequestTimer.BEHIND_THE_LOOPBACK_GUARD)
final class RequestTimer implements Filter {

    static final int BEHIND_THE_LOOPBACK_GUARD = Integer.MIN_VALUE + 50;

    private static final String NAME = "http.server.request.duration";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** It lasts for as long as somebody follows, which says nothing about the node. */
    private static final String STREAM = "/v1/alerts/stream";

    private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    RequestTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long startNanos = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            Duration taken = Duration.ofNanos(System.nanoTime() - startNanos);
            record((HttpServletRequest) request, (HttpServletResponse) response, taken);
        }
    }

    private void record(HttpServletRequest request, HttpServletResponse response, Duration taken) {
        String route = Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .map(Object::toString)
                .orElse("none");
        if (route.equals(STREAM)) {
            return;
        }
        Timer.builder(NAME)
                .description("How long requests take, from their headers to the last byte of the answer")
                .tag("http.request.method", METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER")
                .tag("http.response.status.code", String.valueOf(response.getStatus()))
                .tag("http.route", route)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(taken);
    }
}
