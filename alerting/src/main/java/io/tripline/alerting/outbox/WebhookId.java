package io.tripline.alerting.outbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The {@code webhook-id} of a delivery. It follows from what is reported to whom, so a database that is derived from the
 * journal once more sends the same id again, and the receiver drops the repetition.
 */
final class WebhookId {

    private static final int BYTES = 18;

    private WebhookId() {}

    static String of(String endpointId, AlertChange change) {
        String identity = String.join(
                "\n", endpointId, change.alert().id(), change.event().wireName(), Integer.toString(change.revision()));
        byte[] digest = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
        return "msg_" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
