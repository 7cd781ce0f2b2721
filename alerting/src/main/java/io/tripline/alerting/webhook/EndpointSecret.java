package io.tripline.alerting.webhook;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * The key that an endpoint's webhooks are signed with, as Standard Webhooks 1.0 writes it: {@code whsec_} and 24 to 64
 * bytes in base64.
 */
public final class EndpointSecret {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final int GENERATED_BYTES = 32;

    private final byte[] key;

    private EndpointSecret(byte[] key) {
        this.key = key;
    }

    /** A new secret; {@code random} has to be one that cannot be guessed. */
    public static EndpointSecret generate(RandomGenerator random) {
        byte[] key = new byte[GENERATED_BYTES];
        random.nextBytes(key);
        return new EndpointSecret(key);
    }

    /**
     * Reads what {@link #reveal} gives.
     *
     * @throws IllegalArgumentException when it is no secret; the message does not repeat it
     */
    public static EndpointSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret begins with " + PREFIX);
        }
        byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a webhook secret has " + MIN_BYTES + " to " + MAX_BYTES + " bytes, not " + key.length);
        }
        return new EndpointSecret(key);
    }

    /** The secret itself, for the person who sets up the receiver and for the database. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    byte[] key() {
        return key.clone();
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
