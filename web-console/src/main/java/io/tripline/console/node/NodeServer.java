package io.tripline.console.node;

import io.tripline.alerting.Alerting;
import io.tripline.console.ConsoleVersion;
import io.tripline.console.settings.NodeSettings;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.RecoveryListener;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
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
     * Listens, then replays the journal; until that is done requests are answered with 503 and the progress. At SIGTERM it
     * stops as {@link #close} does.
     *
     * @param recovery is told how far the replay has come
     * @throws NodeStartException when it cannot start; the message says why and what to do
     */
    public static NodeServer start(NodeSettings settings, RecoveryListener recovery) {
        return start(settings, recovery, server -> {});
    }

    /** As above; {@code listening} is called before the replay. */
    public static NodeServer start(
            NodeSettings settings, RecoveryListener recovery, Consumer<? super NodeServer> listening) {
        NodeServer server = listen(settings, recovery);
        try {
            listening.accept(server);
            server.node().start();
            server.context.getBean(Alerting.class).delivery().start();
            return server;
        } catch (RuntimeException e) {
            boolean stopped = server.context.isClosed() || !server.context.isActive();
            server.close();
            throw stopped ? NodeStartException.stopped(e) : NodeStartException.of(e, settings);
        }
    }

    private static NodeServer listen(NodeSettings settings, RecoveryListener recovery) {
        try {
            return new NodeServer(
                    (ServletWebServerApplicationContext) new SpringApplicationBuilder(NodeApplication.class)
                            .web(WebApplicationType.SERVLET)
                            .bannerMode(Banner.Mode.OFF)
                            .logStartupInfo(false)
                            .properties(fixed())
                            .initializers((GenericApplicationContext beans) -> {
                                beans.registerBean(NodeSettings.class, () -> settings);
                                beans.registerBean(RecoveryListener.class, () -> recovery);
                                if (settings.jsonLog()) {
                                    JsonLog.use(beans.getEnvironment());
                                }
                            })
                            .run());
        } catch (RuntimeException e) {
            throw NodeStartException.of(e, settings);
        }
    }

    private static Map<String, Object> fixed() {
        return Map.ofEntries(
                Map.entry("spring.main.log-startup-info", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.mvc.log-resolved-exception", false),
                Map.entry("server.servlet.register-default-servlet", false),
                // It would take a body for form data, and away from who reads it, when a client says nothing of its
                // type.
                Map.entry("spring.mvc.formcontent.filter.enabled", false),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "30s"),
                Map.entry("logging.structured.ecs.service.name", "tripline"),
                Map.entry("logging.structured.ecs.service.version", ConsoleVersion.current()));
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

    /** Has something done when a signal has stopped the nodes of this process and all of them is closed. */
    public static void afterSignal(Runnable action) {
        SpringApplication.getShutdownHandlers().add(action);
    }

    /** Answers the requests that are under way, drains the engine, and writes everything down. */
    @Override
    public void close() {
        context.close();
    }
}
