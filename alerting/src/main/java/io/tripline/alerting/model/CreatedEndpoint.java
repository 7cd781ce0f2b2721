package io.tripline.alerting.model;

/**
 * A new endpoint with its secret, which is given out this once.
 *
 * @param secret {@code whsec_} and the key in base64
 */
public record CreatedEndpoint(Endpoint endpoint, String secret) {

    /** Without the secret, so that no log can hold it. */
    @Override
    public String toString() {
        return "CreatedEndpoint[endpoint=" + endpoint + ", secret=whsec_…]";
    }
}
