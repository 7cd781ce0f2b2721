package io.tripline.alerting.webhook;

import java.time.Duration;

/**
 * Limits of sending.
 *
 * @param connectTimeout for the connection, and again for the TLS handshake
 * @param responseTimeout from the request sent to the whole answer
 * @param requests under way at once; each has a connection of its own
 */
public record SenderLimits(Duration connectTimeout, Duration responseTimeout, int requests) {}
