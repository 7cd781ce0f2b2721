package io.tripline.alerting.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/** Sends signed webhooks, one request each. Safe for use by several threads; {@link #send} waits for the answer. */
public final class WebhookSender implements AutoCloseable {

    /** Of an answer's body no more is read: nothing is done with it, it only lets the connection be used again. */
    private static final int MAX_ANSWER_BYTES = 16_384;

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_CLIENT_ERROR = 400;

    private final CloseableHttpClient client;
    private final InstantSource clock;
    private final SenderLimits limits;
    private final ScheduledThreadPoolExecutor deadlines;

    public WebhookSender(TargetPolicy policy, AddressLookup lookup, InstantSource clock, SenderLimits limits) {
        this.client = WebhookClient.create(policy, lookup, limits);
        this.clock = clock;
        this.limits = limits;
        this.deadlines = new ScheduledThreadPoolExecutor(1, run -> {
            Thread thread = new Thread(run, "webhook-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Sends once. Whatever goes wrong on the way is in the result. */
    public SendResult send(WebhookMessage message) {
        Instant at = clock.instant();
        try {
            return send(request(message, at), at);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A URL that no request can be made of, or a client that has been closed.
            return new SendResult(at, 0, Optional.empty(), Optional.of(e.getMessage()), Optional.empty());
        }
    }

    private SendResult send(HttpPost request, Instant at) {
        long startedNanos = System.nanoTime();
        Future<?> deadline = deadlines.schedule(request::cancel, deadlineMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse answer = client.executeOpen(null, request, null);
            Answer read = new Answer(answer, at);
            long tookMillis = millisSince(startedNanos);
            finish(request, answer);
            return new SendResult(at, tookMillis, Optional.of(read.status), read.error(), read.retryAfter());
        } catch (IOException e) {
            String error = request.isCancelled() ? "no answer in time" : describe(e);
            return new SendResult(
                    at, millisSince(startedNanos), Optional.empty(), Optional.of(error), Optional.empty());
        } finally {
            deadline.cancel(false);
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        deadlines.shutdownNow();
    }

    private static HttpPost request(WebhookMessage message, Instant at) {
        long timestamp = at.getEpochSecond();
        HttpPost request = new HttpPost(URI.create(message.url()));
        request.setHeader("webhook-id", message.webhookId());
        request.setHeader("webhook-timestamp", Long.toString(timestamp));
        request.setHeader(
                "webhook-signature",
                WebhookSignature.sign(message.secret(), message.webhookId(), timestamp, message.body()));
        request.setEntity(new ByteArrayEntity(message.body(), ContentType.APPLICATION_JSON));
        return request;
    }

    /** A receiver that drips its answer keeps every single read short: this bounds them all together. */
    private long deadlineMillis() {
        return limits.connectTimeout()
                .multipliedBy(2)
                .plus(limits.responseTimeout())
                .toMillis();
    }

    /** What an answer says, taken before its body is read. */
    private record Answer(int status, Optional<Duration> retryAfter) {

        Answer(ClassicHttpResponse answer, Instant now) {
            this(
                    answer.getCode(),
                    Optional.ofNullable(answer.getFirstHeader(HttpHeaders.RETRY_AFTER))
                            .map(Header::getValue)
                            .flatMap(value -> RetryAfter.parse(value, now)));
        }

        Optional<String> error() {
            if (status >= FIRST_SUCCESS && status < FIRST_REDIRECT) {
                return Optional.empty();
            }
            boolean redirect = status >= FIRST_REDIRECT && status < FIRST_CLIENT_ERROR;
            return Optional.of("the receiver answered " + status + (redirect ? "; redirects are not followed" : ""));
        }
    }

    /** Reads a short body to its end, so that the connection serves again, and hangs up on a long one. */
    private static void finish(HttpPost request, ClassicHttpResponse answer) {
        try (answer) {
            HttpEntity entity = answer.getEntity();
            // Closing the stream instead would read an endless body for ever.
            if (entity != null && entity.getContent().readNBytes(MAX_ANSWER_BYTES).length == MAX_ANSWER_BYTES) {
                request.cancel();
            }
        } catch (IOException e) {
            // The status line has come, and it is the answer; a body that breaks off only costs the connection.
            request.cancel();
        }
    }

    private static String describe(IOException e) {
        if (e.getCause() instanceof TargetRefusedException refused) {
            return refused.getMessage();
        } else if (e instanceof TargetRefusedException) {
            return e.getMessage();
        } else if (e instanceof UnknownHostException) {
            return "the host name is not known";
        } else if (e instanceof ConnectException) {
            return "no connection: " + e.getMessage();
        } else if (e instanceof InterruptedIOException) {
            return "no answer in time";
        } else if (e instanceof SSLException) {
            return "TLS failed: " + e.getMessage();
        }
        return "the connection broke: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    private static long millisSince(long startedNanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
    }
}
