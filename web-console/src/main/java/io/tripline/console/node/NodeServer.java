package io.tripline.console.node;

import io.tripline.alerting.Alerting;
import io.tripline.console.settings.NodeSettings;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.RecoveryListener;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** A running node with its HTTP server. */
public final class NodeServer implements AutoCloseable {

    private final ServletWebServerApplicationContext context;

    private NodeServer(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * Replays the journal, then listens. At SIGTERM it stops as {@link #close} does.
     *
     * @param recovery is told how far the replay has come
     * @throws NodeStartException when it cannot start; the message says why and what to do
     */
    public static NodeServer start(NodeSettings settings, RecoveryListener recovery) {
        try {
            NodeServer server = new NodeServer(
                    (ServletWebServerApplicationContext) new SpringApplicationBuilder(NodeApplication.class)
                            .web(WebApplicationType.SERVLET)
                            .bannerMode(Banner.Mode.OFF)
                            .logStartupInfo(false)
                            .properties(fixed())
                            .initializers((GenericApplicationContext beans) -> {
                                beans.registerBean(NodeSettings.class, () -> settings);
                                beans.registerBean(RecoveryListener.class, () -> recovery);
                            })
                            .run());
            server.context.getBean(Alerting.class).delivery().start();
            return server;
        } catch (RuntimeException e) {
            throw NodeStartException.of(e, settings);
        }
    }

    private static Map<String, Object> fixed() {
        return Map.of(
                "spring.main.log-startup-info", false,
                "spring.jmx.enabled", false,
                "spring.mvc.log-resolved-exception", false,
                "server.servlet.register-default-servlet", false,
                // It would take a body for form data, and away from who reads it, when a client says nothing of its
                // type.
                "spring.mvc.formcontent.filter.enabled", false,
                "spring.lifecycle.timeout-per-shutdown-phase", "30s");
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return context.getWebServer().getPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public Node node() {
        return context.getBean(Node.class);
    }

    /** Waits until the node has been stopped, which it is by a signal or by {@link #close}. */
    public void awaitStop() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        context.addApplicationListener((ContextClosedEvent event) -> stopped.countDown());
        if (context.isActive()) {
            stopped.await();
        }
    }

    /** Has something done when a signal has stopped the node and all of it is closed. */
    public void afterStop(Runnable action) {
        SpringApplication.getShutdownHandlers().add(action);
    }

    /** Answers the requests that are under way, drains the engine, and writes everything down. */
    @Override
    public void close() {
        context.close();
    }
}
