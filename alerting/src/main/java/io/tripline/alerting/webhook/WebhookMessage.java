package io.tripline.alerting.webhook;

/**
 * What to send.
 *
 * @param url as {@link TargetUrl} has let it through
 * @param body the bytes to sign and send; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record WebhookMessage(String url, EndpointSecret secret, String webhookId, byte[] body) {

    @Override
    public String toString() {
        return "WebhookMessage[" + webhookId + ", " + body.length + " bytes]";
    }
}
