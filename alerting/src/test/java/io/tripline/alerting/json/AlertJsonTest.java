package io.tripline.alerting.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.alerting.Payments;
import io.tripline.alerting.model.AlertDetail;
import io.tripline.alerting.model.AlertPage;
import io.tripline.alerting.model.AlertState;
import io.tripline.alerting.model.Delivery;
import io.tripline.alerting.model.DeliveryAttempt;
import io.tripline.alerting.model.DeliveryState;
import io.tripline.alerting.model.StoredAlert;
import io.tripline.dsl.plan.AlertSeverity;
import io.tripline.engine.core.MatchedStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertJsonTest {

    private static final StoredAlert ALERT = new StoredAlert(
            "a",
            41,
            40,
            2,
            "too_much",
            "Too much",
            "v1",
            AlertSeverity.CRITICAL,
            "{\"card\":\"c1\"}",
            Payments.MORNING,
            Payments.MORNING.plusMillis(5),
            AlertState.RETRACTED,
            "Card c1",
            EventJson.matched(List.of(new MatchedStep(
                    "hit",
                    List.of(Payments.payment(1, "tx-1", "c1", "0.10", Payments.MORNING), Payments.everything(2))))));

    private static final String HEAD =
            "{\"id\":\"a\",\"number\":41,\"firstNumber\":40,\"revision\":2,\"rule\":\"too_much\","
                    + "\"title\":\"Too much\",\"version\":\"v1\",\"severity\":\"critical\",\"key\":{\"card\":\"c1\"},"
                    + "\"at\":\"2026-03-01T10:00:00Z\",\"recordedAt\":\"2026-03-01T10:00:00.005Z\","
                    + "\"state\":\"retracted\",\"message\":\"Card c1\",\"matched\":[{\"step\":\"hit\",\"events\":["
                    + "{\"type\":\"Payment\",\"id\":\"tx-1\",\"at\":\"2026-03-01T10:00:00Z\"";

    @Test
    void aListShowsEventsWithoutTheirFields() {
        assertThat(AlertJson.brief(ALERT))
                .isEqualTo(
                        HEAD + "},{\"type\":\"Everything\",\"id\":\"#2\",\"at\":\"2026-03-01T10:00:00.001500Z\"}]}]}");
        assertThat(AlertJson.page(new AlertPage(List.of(ALERT), Optional.of("40"))))
                .isEqualTo("{\"alerts\":[" + AlertJson.brief(ALERT) + "],\"next\":\"40\"}");
        assertThat(AlertJson.page(new AlertPage(List.of(), Optional.empty())))
                .isEqualTo("{\"alerts\":[],\"next\":null}");
    }

    @Test
    void oneAlertShowsEverything() {
        Delivery delivery = new Delivery(
                "7",
                "msg_1",
                "ep_1",
                "a",
                "alert.firing",
                DeliveryState.PENDING,
                List.of(new DeliveryAttempt(
                        Payments.MORNING, Optional.of(500), 3, Optional.of("the receiver answered 500"))),
                Optional.of(Payments.MORNING.plusSeconds(5)));
        assertThat(AlertJson.full(new AlertDetail(ALERT, List.of(delivery))))
                .startsWith(HEAD + ",\"fields\":{\"id\":\"tx-1\",\"card\":\"c1\",\"amount\":0.1,")
                .endsWith(
                        "\"deliveries\":[{\"id\":\"7\",\"webhookId\":\"msg_1\",\"endpointId\":\"ep_1\",\"alertId\":\"a\","
                                + "\"event\":\"alert.firing\",\"state\":\"pending\",\"attempts\":[{\"at\":\"2026-03-01T10:00:00Z\","
                                + "\"status\":500,\"durationMillis\":3,\"error\":\"the receiver answered 500\"}],"
                                + "\"nextAttemptAt\":\"2026-03-01T10:00:05Z\"}]}");
    }
}
