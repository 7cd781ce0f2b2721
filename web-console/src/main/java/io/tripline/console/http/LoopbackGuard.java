package io.tripline.console.http;

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
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets only this machine's own programs and pages in. The node listens on loopback, but a browser on this machine also
 * runs pages of strangers: a name of theirs that resolves to 127.0.0.1 (DNS rebinding) shows in {@code Host}, a request
 * from one of their pages shows in {@code Origin}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LoopbackGuard implements Filter {

    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        SecurityHeaders.add(request, response);
        String host = request.getHeader("Host");
        String origin = request.getHeader("Origin");
        if (host == null || !LOOPBACK_NAMES.contains(withoutPort(host))) {
            refuse(
                    "foreign-host",
                    "this node answers to 127.0.0.1 and localhost only, not to '" + Clipped.of(String.valueOf(host))
                            + "'",
                    request,
                    response);
        } else if (origin != null
                && !origin.toLowerCase(Locale.ROOT).equals("http://" + host.toLowerCase(Locale.ROOT))) {
            refuse(
                    "foreign-origin",
                    "pages of '" + Clipped.of(origin) + "' may not call this node; only its own console may",
                    request,
                    response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        return (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    private static void refuse(String type, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = Problem.of(403, type, "Not allowed from there", detail);
        ProblemWriter.write(problem, request.getRequestURI(), response);
    }
}
