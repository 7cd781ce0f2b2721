package io.tripline.alerting.delivery;

import static io.tripline.alerting.Payments.alert;
import static io.tripline.alerting.Payments.fired;
import static io.tripline.alerting.Receiver.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.AlertingOptions;
import io.tripline.alerting.Payments;
import io.tripline.alerting.Receiver;
import io.tripline.alerting.Receiver.Answer;
import io.tripline.alerting.Receiver.Received;
import io.tripline.alerting.TestClock;
import io.tripline.alerting.TestDatabase;
import io.tripline.alerting.model.CreatedEndpoint;
import io.tripline.alerting.model.Delivery;
import io.tripline.alerting.model.DeliveryCounts;
import io.tripline.alerting.model.DeliveryFilter;
import io.tripline.alerting.model.DeliveryState;
import io.tripline.alerting.model.Endpoint;
import io.tripline.alerting.model.EndpointChange;
import io.tripline.alerting.model.EndpointState;
import io.tripline.alerting.model.TestResult;
import io.tripline.alerting.webhook.EndpointSecret;
import io.tripline.alerting.webhook.TargetPolicy;
import io.tripline.alerting.webhook.WebhookSignature;
import io.tripline.engine.core.Outcome;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryServiceTest {

    private static final DeliveryOptions OPTIONS = new DeliveryOptions(
            8, 2, Duration.ofMillis(10), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofDays(5));

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock();
    private final Receiver receiver = new Receiver();
    private final List<Endpoint> givenUp = new CopyOnWriteArrayList<>();
    private TestDatabase database;
    private Alerting alerting;

    @BeforeEach
    void open() {
        open(OPTIONS);
    }

    private void open(DeliveryOptions options) {
        database = new TestDatabase(directory);
        alerting = Alerting.open(
                database.dataSource(),
                AlertingOptions.DEFAULT
                        .withTargets(new TargetPolicy(true, false))
                        .withClock(clock)
                        .withDelivery(options)
                        .withEndpointDisabled(givenUp::add));
        alerting.delivery().start();
    }

    @AfterEach
    void close() {
        shut();
        receiver.close();
    }

    private void shut() {
        alerting.close();
        database.close();
    }

    private void reopen(DeliveryOptions options) {
        shut();
        open(options);
    }

    @Test
    void sendsASignedAlert() {
        CreatedEndpoint created = alerting.endpoints().create("On-call", receiver.url());
        alerting.store().accept(1, List.of(fired(1, "a")));
        Received got = receiver.awaitReceived(1).received().get(0);
        assertThat(got.timestamp()).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
        assertThat(got.signature())
                .isEqualTo(WebhookSignature.sign(
                        EndpointSecret.parse(created.secret()),
                        got.webhookId(),
                        clock.instant().getEpochSecond(),
                        got.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(got.body())
                .isEqualTo("{\"type\":\"alert.firing\",\"timestamp\":\"2026-03-01T10:03:00Z\",\"data\":{\"id\":\"a\","
                        + "\"revision\":1,\"rule\":\"too_much\",\"title\":\"Title of too_much\",\"version\":\"v1\","
                        + "\"severity\":\"high\",\"key\":{\"card\":\"c-a\"},\"at\":\"2026-03-01T10:03:00Z\","
                        + "\"state\":\"firing\",\"message\":\"Card c-a: too much\",\"truncated\":false,"
                        + "\"matched\":[{\"step\":\"hit\",\"events\":[{\"type\":\"Payment\",\"id\":\"tx-a\","
                        + "\"at\":\"2026-03-01T10:03:00Z\",\"fields\":{\"id\":\"tx-a\",\"card\":\"c-a\","
                        + "\"amount\":1.5,\"at\":\"2026-03-01T10:03:00Z\"}}]}]}}");
        Delivery delivery = awaitState("a", DeliveryState.DELIVERED);
        assertThat(delivery.webhookId()).isEqualTo(got.webhookId());
        assertThat(delivery.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).contains(204);
            assertThat(attempt.error()).isEmpty();
        });
        assertThat(endpoint(created).deliveries()).isEqualTo(new DeliveryCounts(0, 1, 0));
    }

    @Test
    void triesAgainWithTheSameIdAndBodyBySchedule() {
        alerting.endpoints().create("On-call", receiver.url());
        receiver.answer(Answer.status(500));
        alerting.store().accept(1, List.of(fired(1, "a")));
        Delivery failed = awaitAttempts("a", 1);
        assertThat(failed.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(failed.attempts().get(0).error()).contains("the receiver answered 500");
        assertThat(failed.nextAttemptAt().orElseThrow())
                .isBetween(clock.instant().plusSeconds(4), clock.instant().plusSeconds(6));

        receiver.answer(Answer.DROP);
        clock.advance(Duration.ofSeconds(6));
        Delivery dropped = awaitAttempts("a", 2);
        assertThat(dropped.attempts().get(1).status()).isEmpty();
        assertThat(dropped.nextAttemptAt().orElseThrow())
                .isBetween(clock.instant().plusSeconds(240), clock.instant().plusSeconds(360));

        receiver.answer(Answer.NO_CONTENT);
        clock.advance(Duration.ofMinutes(6));
        awaitState("a", DeliveryState.DELIVERED);
        assertOneBodyForEachId();
        assertThat(receiver.received()).hasSize(3);
        assertThat(receiver.received().stream().map(Received::webhookId).distinct())
                .hasSize(1);
        assertThat(receiver.received().stream().map(Received::timestamp).distinct())
                .hasSize(3);
    }

    @Test
    void givesUpAfterTheLastTryAndResendsOnRequest() {
        CreatedEndpoint created = alerting.endpoints().create("On-call", receiver.url());
        receiver.answer(Answer.status(503));
        alerting.store().accept(1, List.of(fired(1, "a")));
        for (int tries = 1; tries < 8; tries++) {
            awaitAttempts("a", tries);
            clock.advance(Duration.ofHours(12));
        }
        Delivery dead = awaitState("a", DeliveryState.DEAD);
        assertThat(dead.attempts()).hasSize(8);
        assertThat(dead.nextAttemptAt()).isEmpty();
        assertThat(endpoint(created).deliveries()).isEqualTo(new DeliveryCounts(0, 0, 1));

        receiver.answer(Answer.NO_CONTENT);
        clock.advance(Duration.ofMinutes(2));
        assertThat(alerting.deliveries().resend(dead.id())).isTrue();
        awaitState("a", DeliveryState.DELIVERED);
        assertOneBodyForEachId();
        assertThat(endpoint(created).deliveries()).isEqualTo(new DeliveryCounts(0, 1, 0));
        assertThat(alerting.deliveries().resend("12345")).isFalse();
        assertThat(alerting.deliveries().resend("no number")).isFalse();
    }

    @Test
    void keepsTheNewestAttemptsOnly() {
        alerting.endpoints().create("On-call", receiver.url());
        alerting.store().accept(1, List.of(fired(1, "a")));
        awaitState("a", DeliveryState.DELIVERED);
        String id = delivery("a").id();
        for (int sent = 2; sent <= 25; sent++) {
            alerting.deliveries().resend(id);
            int requests = sent;
            await(() -> receiver.received().size() == requests);
            awaitState("a", DeliveryState.DELIVERED);
        }
        assertThat(delivery("a").attempts()).hasSize(20);
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        alerting.endpoints().create("On-call", receiver.url());
        receiver.answer(Answer.status(429, "Retry-After", "3600"));
        alerting.store().accept(1, List.of(fired(1, "a")));
        assertThat(awaitAttempts("a", 1).nextAttemptAt())
                .contains(clock.instant().plusSeconds(3_600));

        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plus(Duration.ofHours(3)).atZone(ZoneOffset.UTC));
        receiver.answer(Answer.status(503, "Retry-After", date));
        clock.advance(Duration.ofHours(1));
        assertThat(awaitAttempts("a", 2).nextAttemptAt())
                .contains(clock.instant().plus(Duration.ofHours(2)));
    }

    @Test
    void anOverloadedReceiverGetsNothingElseMeanwhile() {
        alerting.endpoints().create("On-call", receiver.url());
        receiver.answer(Answer.status(429, "Retry-After", "3600"));
        alerting.store().accept(1, List.of(fired(1, "a")));
        awaitAttempts("a", 1);
        receiver.answer(Answer.NO_CONTENT);
        alerting.store().accept(2, List.of(fired(2, "b")));
        clock.advance(Duration.ofMinutes(59));
        Receiver other = new Receiver();
        alerting.endpoints().create("Other", other.url());
        alerting.store().accept(3, List.of(fired(3, "c")));
        other.awaitReceived(1);
        other.close();
        assertThat(receiver.received()).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        receiver.awaitReceived(4);
    }

    @Test
    void gone410DisablesTheEndpoint() {
        CreatedEndpoint created = alerting.endpoints().create("On-call", receiver.url());
        receiver.answer(Answer.status(410));
        alerting.store().accept(1, List.of(fired(1, "a")));
        await(() -> endpoint(created).state() == EndpointState.DISABLED);
        assertThat(endpoint(created).disabledReason()).contains("the receiver answered 410 Gone");
        awaitState("a", DeliveryState.DEAD);
        await(() -> !givenUp.isEmpty());
        alerting.store().accept(2, List.of(fired(2, "b")));
        assertThat(alerting.deliveries().ofAlert("b")).isEmpty();
    }

    @Test
    void anEndpointThatFailsForFiveDaysIsDisabledAndCanBeEnabledAgain() {
        CreatedEndpoint created = alerting.endpoints().create("On-call", receiver.url());
        receiver.answer(Answer.status(500));
        alerting.store().accept(1, List.of(fired(1, "a")));
        awaitAttempts("a", 1);
        reopen(OPTIONS);
        clock.advance(Duration.ofDays(5));
        await(() -> endpoint(created).state() == EndpointState.DISABLED);
        assertThat(endpoint(created).disabledReason().orElseThrow())
                .startsWith("nothing has got through since 2026-03-02T00:00:00Z");

        receiver.answer(Answer.NO_CONTENT);
        clock.advance(Duration.ofDays(1));
        alerting.endpoints()
                .change(
                        created.endpoint().id(),
                        new EndpointChange(Optional.empty(), Optional.empty(), Optional.of(EndpointState.ENABLED)));
        awaitState("a", DeliveryState.DELIVERED);
        assertThat(endpoint(created).disabledReason()).isEmpty();
    }

    @Test
    void doesNotFollowRedirects() {
        alerting.endpoints().create("On-call", receiver.url());
        receiver.answer(Answer.status(307, "Location", receiver.url().replace("/hook", "/elsewhere")));
        alerting.store().accept(1, List.of(fired(1, "a")));
        assertThat(awaitAttempts("a", 1).attempts().get(0).error())
                .contains("the receiver answered 307; redirects are not followed");
        assertThat(receiver.received()).extracting(Received::path).containsOnly("/hook");
    }

    @Test
    void aReceiverThatDoesNotAnswerIsGivenUpOnInTime() {
        reopen(new DeliveryOptions(
                8, 2, Duration.ofMillis(10), Duration.ofMillis(500), Duration.ofMillis(200), Duration.ofDays(5)));
        CountDownLatch end = new CountDownLatch(1);
        alerting.endpoints().create("On-call", receiver.url());
        receiver.answer((request, exchange) -> awaitQuietly(end));
        alerting.store().accept(1, List.of(fired(1, "a")));
        assertThat(awaitAttempts("a", 1).attempts().get(0).error()).contains("no answer in time");
        end.countDown();
    }

    @Test
    void aReceiverThatDripsItsAnswerIsGivenUpOnInTime() throws Exception {
        reopen(new DeliveryOptions(
                8, 2, Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofDays(5)));
        try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread drips = new Thread(() -> drip(dripping));
            drips.setDaemon(true);
            drips.start();
            alerting.endpoints().create("On-call", "http://127.0.0.1:" + dripping.getLocalPort() + "/");
            alerting.store().accept(1, List.of(fired(1, "a")));
            assertThat(awaitAttempts("a", 1).attempts().get(0).error()).contains("no answer in time");
        }
    }

    @Test
    void anEndlessAnswerIsNotRead() {
        alerting.endpoints().create("On-call", receiver.url());
        receiver.answer((request, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            byte[] block = new byte[8_192];
            while (!Thread.currentThread().isInterrupted()) {
                body.write(block);
            }
        });
        alerting.store().accept(1, List.of(fired(1, "a")));
        awaitState("a", DeliveryState.DELIVERED);
    }

    @Test
    void nobodyHearsOfARetractionBeforeTheAlert() {
        alerting.endpoints().create("On-call", receiver.url());
        receiver.answer(Answer.status(500));
        alerting.store()
                .accept(
                        2,
                        List.of(
                                new Outcome.Fired(1, alert("a", "r", "c")),
                                new Outcome.Amended(2, Payments.withMessage(alert("a", "r", "c"), "more")),
                                new Outcome.Retracted(2, alert("a", "r", "c"))));
        await(() -> alerting.deliveries().ofAlert("a").get(2).attempts().size() == 1);
        assertThat(receiver.received()).hasSize(1);
        receiver.answer(Answer.NO_CONTENT);
        clock.advance(Duration.ofSeconds(10));
        receiver.awaitReceived(4);
        assertThat(receiver.received().stream().map(got -> got.body().substring(0, 30)))
                .containsExactly(
                        "{\"type\":\"alert.firing\",\"timest",
                        "{\"type\":\"alert.firing\",\"timest",
                        "{\"type\":\"alert.amended\",\"times",
                        "{\"type\":\"alert.retracted\",\"tim");
        assertOneBodyForEachId();
    }

    @Test
    void aDeadReceiverDoesNotHoldUpAnother() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Receiver dead = new Receiver();
        dead.answer((request, exchange) -> awaitQuietly(end));
        alerting.endpoints().create("Dead", dead.url());
        alerting.endpoints().create("Alive", receiver.url());
        alerting.store().accept(100, Payments.fired(1, 100));
        receiver.awaitReceived(100);
        end.countDown();
        dead.close();
    }

    /** Drops, delays, repeats and crashes: everything arrives, and no id ever has two bodies. */
    @Test
    void everythingArrivesWhateverHappens() {
        CreatedEndpoint created = alerting.endpoints().create("On-call", receiver.url());
        Map<String, Integer> tries = new ConcurrentHashMap<>();
        receiver.answer((request, exchange) -> {
            int kind = (request.webhookId().hashCode() & 1) + 2 * tries.merge(request.webhookId(), 1, Integer::sum);
            switch (kind) {
                case 2 -> exchange.close();
                case 3, 4 -> exchange.sendResponseHeaders(500, -1);
                case 5 -> exchange.sendResponseHeaders(429, -1);
                default -> exchange.sendResponseHeaders(200, -1);
            }
        });
        for (int round = 1; round <= 4; round++) {
            long through = alerting.store().position();
            List<Outcome> again = Payments.fired((int) through + 1, round * 20);
            alerting.store().accept(round * 20L, again);
            int requests = receiver.received().size() + 30;
            await(() -> {
                clock.advance(Duration.ofSeconds(5));
                return receiver.received().size() >= requests;
            });
            reopen(OPTIONS);
        }
        await(() -> {
            clock.advance(Duration.ofMinutes(10));
            return endpoint(created).deliveries().pending() == 0;
        });
        assertThat(endpoint(created).deliveries()).isEqualTo(new DeliveryCounts(0, 80, 0));
        assertOneBodyForEachId();
        assertThat(receiver.received().stream().map(Received::webhookId).distinct())
                .hasSize(80);
    }

    @Test
    void triesAnEndpointOnRequest() {
        CreatedEndpoint created = alerting.endpoints().create("On-call", receiver.url());
        String id = created.endpoint().id();
        TestResult good = alerting.delivery().test(id).orElseThrow();
        assertThat(good.delivered()).isTrue();
        assertThat(good.status()).contains(204);
        assertThat(receiver.received().get(0).body()).startsWith("{\"type\":\"alert.test\",");
        receiver.answer(Answer.status(404));
        TestResult bad = alerting.delivery().test(id).orElseThrow();
        assertThat(bad.delivered()).isFalse();
        assertThat(bad.error()).contains("the receiver answered 404");
        assertThat(alerting.delivery().test("ep_none")).isEmpty();
    }

    @Test
    void listsTheDeliveriesOfAnEndpoint() {
        CreatedEndpoint created = alerting.endpoints().create("On-call", receiver.url());
        alerting.store().accept(5, Payments.fired(1, 5));
        await(() -> endpoint(created).deliveries().delivered() == 5);
        String id = created.endpoint().id();
        var first = alerting.deliveries().list(id, new DeliveryFilter(Optional.empty(), 3, Optional.empty()));
        assertThat(first.deliveries()).extracting(Delivery::alertId).containsExactly("a5", "a4", "a3");
        var second = alerting.deliveries().list(id, new DeliveryFilter(Optional.empty(), 3, first.next()));
        assertThat(second.deliveries()).extracting(Delivery::alertId).containsExactly("a2", "a1");
        assertThat(second.next()).isEmpty();
        assertThat(alerting.deliveries()
                        .list(id, new DeliveryFilter(Optional.of(DeliveryState.DEAD), 3, Optional.empty()))
                        .deliveries())
                .isEmpty();
    }

    @Test
    void deletingAnEndpointGivesUpWhatIsPending() {
        CreatedEndpoint created = alerting.endpoints().create("On-call", receiver.url());
        receiver.answer(Answer.status(500));
        alerting.store().accept(1, List.of(fired(1, "a")));
        awaitAttempts("a", 1);
        assertThat(alerting.endpoints().delete(created.endpoint().id())).isTrue();
        assertThat(alerting.endpoints().delete(created.endpoint().id())).isFalse();
        assertThat(alerting.deliveries().ofAlert("a")).isEmpty();
        assertThat(alerting.endpoints().list()).isEmpty();
    }

    private void assertOneBodyForEachId() {
        Map<String, Long> bodies = receiver.received().stream()
                .collect(Collectors.groupingBy(
                        Received::webhookId,
                        ConcurrentHashMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Received::body, Collectors.toSet()), set -> (long) set.size())));
        assertThat(bodies.values()).allMatch(count -> count == 1);
    }

    private Endpoint endpoint(CreatedEndpoint created) {
        return alerting.endpoints().find(created.endpoint().id()).orElseThrow();
    }

    private Delivery delivery(String alertId) {
        return alerting.deliveries().ofAlert(alertId).get(0);
    }

    private Delivery awaitState(String alertId, DeliveryState state) {
        await(() -> delivery(alertId).state() == state);
        return delivery(alertId);
    }

    private Delivery awaitAttempts(String alertId, int attempts) {
        await(() -> delivery(alertId).attempts().size() >= attempts);
        return delivery(alertId);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nx-slow: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        } catch (java.io.IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
