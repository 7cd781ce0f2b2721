package io.tripline.alerting.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.alerting.Payments;
import io.tripline.alerting.json.EventJson;
import io.tripline.dsl.plan.AlertSeverity;
import io.tripline.engine.core.Alert;
import io.tripline.engine.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotificationBodyTest {

    @Test
    void aSmallAlertIsWhole() {
        assertThat(body(events(10))).contains("\"truncated\":false").contains("\"amount\":1.5");
    }

    @Test
    void manyEventsLoseTheirFields() {
        assertThat(body(events(150)))
                .contains("\"truncated\":true", "\"tx-149\"", "\"omitted\":0")
                .doesNotContain("amount");
    }

    @Test
    void veryManyEventsAreCounted() {
        assertThat(body(events(5_000)))
                .contains("\"truncated\":true", "\"tx-99\"", "\"omitted\":4900")
                .doesNotContain("\"tx-100\"");
    }

    @Test
    void enormousTextsAreCut() {
        Alert alert = Payments.withMessage(
                Payments.alert("a", "r", "ü".repeat(30_000), AlertSeverity.LOW, events(3)), "€".repeat(50_000));
        assertThat(body(alert)).contains("\"matched\":[]", "\"truncated\":true").endsWith("}}");
    }

    @Test
    void everyBodyIsUnderTheLimit() {
        for (int count = 0; count < 400; count += 7) {
            assertThat(body(events(count))).endsWith("}}");
        }
    }

    @Test
    void theSameChangeHasTheSameIdAndBodyAndAnotherHasAnother() {
        AlertChange first = change(1, NotificationEvent.FIRING, 1);
        AlertChange derivedAgain = change(77, NotificationEvent.FIRING, 1);
        AlertChange firedAgain = change(3, NotificationEvent.FIRING, 3);
        assertThat(WebhookId.of("ep_1", first))
                .isEqualTo(WebhookId.of("ep_1", derivedAgain))
                .matches("msg_[A-Za-z0-9_-]{24}")
                .isNotEqualTo(WebhookId.of("ep_2", first))
                .isNotEqualTo(WebhookId.of("ep_1", firedAgain))
                .isNotEqualTo(WebhookId.of("ep_1", change(1, NotificationEvent.AMENDED, 1)));
        assertThat(NotificationBody.of(first)).isEqualTo(NotificationBody.of(derivedAgain));
    }

    private static AlertChange change(long number, NotificationEvent event, int revision) {
        return change(number, event, revision, Payments.alert("a", "r", "c"));
    }

    private static AlertChange change(long number, NotificationEvent event, int revision, Alert alert) {
        return new AlertChange(
                number, event, revision, alert, EventJson.key(alert.key()), EventJson.matched(alert.matched()));
    }

    private static List<Event> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Payments.payment(n, "tx-" + n, "c1", "1.50", Payments.MORNING))
                .toList();
    }

    private static String body(List<Event> events) {
        return body(Payments.alert("a", "r", "c", AlertSeverity.LOW, events));
    }

    private static String body(Alert alert) {
        byte[] body = NotificationBody.of(change(1, NotificationEvent.FIRING, 1, alert));
        assertThat(body).hasSizeLessThan(20_000);
        return new String(body, StandardCharsets.UTF_8);
    }
}
