package io.tripline.console.node;

import io.tripline.alerting.Alerting;
import io.tripline.console.settings.NodeSettings;
import io.tripline.engine.host.Node;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What a stop begins with, while the server still listens: no more events are taken (503 with {@code Retry-After}), what
 * was accepted is worked off, and what is due is delivered. Then the server stops, and the parts are closed.
 */
@Component
final class StopLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StopLifecycle.class);

    private final Node node;
    private final Alerting alerting;
    private final Duration patience;
    private volatile boolean running;

    StopLifecycle(Node node, Alerting alerting, NodeSettings settings) {
        this.node = node;
        this.alerting = alerting;
        this.patience = Duration.ofMillis(settings.stopFlushMillis());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        node.stopTaking();
        try {
            if (!alerting.delivery().flush(patience)) {
                LOG.info("deliveries are still due after {}; they go on with the next start", patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before those who follow alerts are sent away, and before the server takes no connections any more. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 2;
    }
}
