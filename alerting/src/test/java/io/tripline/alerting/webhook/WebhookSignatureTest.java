package io.tripline.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** The vector of the Standard Webhooks specification's reference libraries. */
    @Test
    void signsAsStandardWebhooksSays() {
        EndpointSecret secret = EndpointSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        assertThat(WebhookSignature.sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretIsShownOnlyOnRequest() {
        EndpointSecret secret = EndpointSecret.generate(new SplittableRandom(7));
        assertThat(secret.reveal()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(EndpointSecret.parse(secret.reveal()).reveal()).isEqualTo(secret.reveal());
        assertThat(secret).hasToString("whsec_…");
    }

    @Test
    void refusesAShortSecretWithoutRepeatingIt() {
        assertThatThrownBy(() -> EndpointSecret.parse("whsec_c2hvcnQ="))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a webhook secret has 24 to 64 bytes, not 5");
        assertThatThrownBy(() -> EndpointSecret.parse("c2hvcnQ=")).hasMessageNotContaining("c2hvcnQ");
    }
}
