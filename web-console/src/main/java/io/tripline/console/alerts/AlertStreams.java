package io.tripline.console.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** All streams there are. They never end by themselves, so they are ended before the server waits for its requests. */
@Component
final class AlertStreams implements SmartLifecycle {

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger streams = new AtomicInteger();
    private volatile int limit = 1;
    private volatile boolean running;

    AlertStreams(MeterRegistry registry) {
        Gauge.builder("tripline.alert.streams", streams, AtomicInteger::get)
                .description("Connections that follow the alerts")
                .register(registry);
    }

    void limit(int most) {
        limit = most;
    }

    int limit() {
        return limit;
    }

    /** Whether one more may begin; if so, {@link #end} must follow. */
    boolean tryBegin() {
        if (streams.incrementAndGet() > limit) {
            streams.decrementAndGet();
            return false;
        }
        return true;
    }

    void end() {
        streams.decrementAndGet();
    }

    /** Waits, but wakes when the streams are to end; gives whether they are to go on. */
    boolean pause(long millis) throws InterruptedException {
        return !stopping.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
