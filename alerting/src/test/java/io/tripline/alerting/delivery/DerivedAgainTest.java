package io.tripline.alerting.delivery;

import static io.tripline.alerting.Payments.alert;
import static io.tripline.alerting.Payments.withMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.AlertingOptions;
import io.tripline.alerting.Payments;
import io.tripline.alerting.Receiver;
import io.tripline.alerting.Receiver.Received;
import io.tripline.alerting.TestClock;
import io.tripline.alerting.TestDatabase;
import io.tripline.alerting.webhook.TargetPolicy;
import io.tripline.engine.core.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database falls back behind what has been sent, as after a power cut, and the journal gives the outcomes again, at
 * another time and in other portions: the receiver gets the same ids with the same bodies.
 */
class DerivedAgainTest {

    @TempDir
    private Path before;

    @TempDir
    private Path after;

    @Test
    void theSameIdsAndBodies() throws IOException {
        try (Receiver receiver = new Receiver()) {
            TestClock clock = new TestClock();
            AlertingOptions options = AlertingOptions.DEFAULT
                    .withTargets(new TargetPolicy(true, false))
                    .withClock(clock);
            List<Outcome> outcomes = outcomes();
            try (TestDatabase database = new TestDatabase(before);
                    Alerting alerting = Alerting.open(database.dataSource(), options)) {
                alerting.endpoints().create("On-call", receiver.url());
            }
            Files.copy(before.resolve("tripline.mv.db"), after.resolve("tripline.mv.db"));

            try (TestDatabase database = new TestDatabase(before);
                    Alerting alerting = Alerting.open(database.dataSource(), options)) {
                alerting.delivery().start();
                alerting.store().accept(30, outcomes);
                receiver.awaitReceived(outcomes.size());
            }
            clock.advance(Duration.ofHours(7));
            try (TestDatabase database = new TestDatabase(after);
                    Alerting alerting = Alerting.open(database.dataSource(), options)) {
                alerting.delivery().start();
                for (Outcome outcome : outcomes) {
                    alerting.store().accept(outcome.sequence(), List.of(outcome));
                }
                receiver.awaitReceived(2 * outcomes.size());
            }
            Map<String, List<Received>> byId =
                    receiver.received().stream().collect(Collectors.groupingBy(Received::webhookId));
            assertThat(byId).hasSize(outcomes.size());
            assertThat(byId.values()).allSatisfy(twice -> {
                assertThat(twice).hasSize(2);
                assertThat(twice.get(0).body()).isEqualTo(twice.get(1).body());
            });
        }
    }

    private static List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>(Payments.fired(1, 20));
        outcomes.add(new Outcome.Amended(21, withMessage(alert("a3", "too_much", "c-a3"), "now 4")));
        outcomes.add(new Outcome.Retracted(22, withMessage(alert("a3", "too_much", "c-a3"), "now 4")));
        outcomes.add(new Outcome.Fired(23, alert("a3", "too_much", "c-a3")));
        outcomes.add(new Outcome.Retracted(24, alert("a5", "too_much", "c-a5")));
        return outcomes;
    }
}
