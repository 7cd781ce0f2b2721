package io.tripline.console.alerts;

import io.tripline.alerting.json.AlertJson;
import io.tripline.alerting.model.StoredAlert;
import io.tripline.alerting.store.AlertFeed;
import io.tripline.alerting.store.FeedSubscription;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One follower, as server-sent events. Nothing is kept for it but its place: a slow one gets the newest state of what it
 * missed, and one that takes nothing for as long as the server waits for a write is dropped; it comes back with its
 * {@code Last-Event-ID}.
 */
final class AlertStream {

    private static final Logger LOG = LoggerFactory.getLogger(AlertStream.class);

    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final long LOOK_MILLIS = 1_000;
    private static final int RECONNECT_MILLIS = 2_000;

    private final HttpServletResponse response;
    private final AlertStreams streams;

    /** Held while writing: alerts come from the feed's thread, heartbeats from the request's. */
    private final ReentrantLock writing = new ReentrantLock();

    private OutputStream out;
    private volatile boolean ended;

    AlertStream(HttpServletResponse response, AlertStreams streams) {
        this.response = response;
        this.streams = streams;
    }

    /** Returns when the follower has gone or the node stops. */
    void run(AlertFeed feed, long afterNumber) throws IOException, InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        out = response.getOutputStream();
        send("retry: " + RECONNECT_MILLIS + "\n: from " + afterNumber + " on\n\n");
        try (FeedSubscription subscription = feed.subscribe(afterNumber, this::changed)) {
            long quietMillis = 0;
            while (!ended && !subscription.isClosed() && streams.pause(LOOK_MILLIS)) {
                quietMillis += LOOK_MILLIS;
                if (quietMillis >= HEARTBEAT_MILLIS) {
                    quietMillis = 0;
                    send(": still here\n\n");
                }
            }
        } finally {
            end();
        }
    }

    private void changed(List<StoredAlert> alerts) {
        StringBuilder events = new StringBuilder();
        for (StoredAlert alert : alerts) {
            events.append("event: alert\nid: ").append(alert.number());
            events.append("\ndata: ").append(AlertJson.brief(alert)).append("\n\n");
        }
        send(events.toString());
    }

    /** Does nothing once the follower has gone, which shows only when something is sent. */
    private void send(String text) {
        writing.lock();
        try {
            if (!ended) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            LOG.debug("a follower of the alerts has gone: {}", e.getMessage());
            ended = true;
        } finally {
            writing.unlock();
        }
    }

    /** The response belongs to somebody else afterwards, so the feed's thread must not be writing any more. */
    private void end() {
        writing.lock();
        try {
            ended = true;
        } finally {
            writing.unlock();
        }
    }
}
