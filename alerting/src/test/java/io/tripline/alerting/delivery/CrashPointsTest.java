package io.tripline.alerting.delivery;

import static io.tripline.alerting.Payments.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.AlertingOptions;
import io.tripline.alerting.CrashingDatabase;
import io.tripline.alerting.Receiver;
import io.tripline.alerting.Receiver.Answer;
import io.tripline.alerting.Receiver.Received;
import io.tripline.alerting.TestClock;
import io.tripline.alerting.sql.StoreException;
import io.tripline.alerting.webhook.TargetPolicy;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The process dies at each statement and each commit that keeping an alert and delivering it takes, one after the other,
 * before it is done and behind it; the next process goes on from the journal. The receiver drops, delays, refuses, and
 * loses answers. Nothing is missing, no alert is there twice, and no id has two bodies. Every fourth statement, from a
 * random one on; {@code -Dtripline.crash.every=1} takes them all.
 */
class CrashPointsTest {

    private static final int EVERY = Integer.getInteger("tripline.crash.every", 4);
    private static final int MOST_FAILURES_OF_AN_ID = 3;
    private static final DeliveryOptions OPTIONS = new DeliveryOptions(
            4, 2, Duration.ofMillis(5), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofDays(100_000));

    /** Kept here, because the logging system forgets loggers that nobody holds. */
    private static final Logger DELIVERY_LOG = Logger.getLogger(DeliveryService.class.getName());

    private final long seed = System.nanoTime();
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final TestClock clock = new TestClock();
    private final Receiver receiver = new Receiver();
    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:crash-points;DB_CLOSE_DELAY=-1", "sa", "");
    private final List<Outcome> journal = new ArrayList<>();
    private long sequence;

    @AfterEach
    void close() {
        receiver.close();
        database.dispose();
    }

    @Test
    void nothingIsMissingAndNothingHasTwoBodies() {
        System.out.println("seed " + seed);
        DELIVERY_LOG.setLevel(Level.OFF);
        receiver.answer(this::answer);
        try (Alerting alerting = open(database)) {
            alerting.endpoints().create("On-call", receiver.url());
        }
        int points = 0;
        for (boolean done : new boolean[] {false, true}) {
            int point = 1 + random.nextInt(EVERY);
            boolean died = true;
            for (; died; point += EVERY) {
                died = processThatDies(point, done);
                processThatGoesOn();
                requireAllDelivered("at statement " + point + (done ? ", behind it" : ", before it"));
                points += died ? 1 : 0;
            }
        }
        System.out.println(points + " deaths, " + journal.size() + " changes of alerts, "
                + receiver.received().size() + " requests");
        assertThat(points).isGreaterThan(80 / EVERY);
        assertThat(receiver.received()).hasSizeGreaterThan(journal.size());
    }

    /** Takes two more outcomes and delivers; gives whether it died over that. */
    private boolean processThatDies(int point, boolean done) {
        Alert alert = alert("a" + sequence, "too_much", "card" + sequence);
        journal.add(new Outcome.Fired(++sequence, alert));
        journal.add(new Outcome.Retracted(++sequence, alert));
        CrashingDatabase crashing = new CrashingDatabase(database, point, done);
        try (Alerting alerting = open(crashing)) {
            goOn(alerting, crashing);
        } catch (StoreException e) {
            assertThat(crashing.isDead()).as(e.getMessage()).isTrue();
        }
        return crashing.isDead();
    }

    private void processThatGoesOn() {
        try (Alerting alerting = open(database)) {
            goOn(alerting, new CrashingDatabase(database, 0, false));
        }
    }

    /** What a node does at its start: outcomes behind the store's position are handed over, then deliveries go on. */
    private void goOn(Alerting alerting, CrashingDatabase process) {
        long position = alerting.store().position();
        for (Outcome outcome : journal) {
            if (outcome.sequence() > position) {
                alerting.store().accept(outcome.sequence(), List.of(outcome));
            }
        }
        alerting.delivery().start();
        Receiver.await(() -> {
            clock.advance(Duration.ofMinutes(10));
            alerting.delivery().wake();
            return process.isDead() || alerting.deliveries().counts().pending() == 0;
        });
    }

    private Alerting open(DataSource dataSource) {
        return Alerting.open(
                dataSource,
                AlertingOptions.DEFAULT
                        .withTargets(new TargetPolicy(true, false))
                        .withClock(clock)
                        .withDelivery(OPTIONS));
    }

    /** The receiver has the request in any case; whether the sender learns of it is left to chance. */
    private synchronized void answer(Received request, com.sun.net.httpserver.HttpExchange exchange)
            throws java.io.IOException {
        int chance = random.nextInt(8);
        boolean mayFail = failures.getOrDefault(request.webhookId(), 0) < MOST_FAILURES_OF_AN_ID;
        if (chance < 3 && mayFail) {
            failures.merge(request.webhookId(), 1, Integer::sum);
            (chance == 0 ? Answer.DROP : Answer.status(chance == 1 ? 500 : 429)).give(request, exchange);
        } else {
            Answer.NO_CONTENT.give(request, exchange);
        }
    }

    private void requireAllDelivered(String where) {
        Map<String, String> bodies = new HashMap<>();
        for (Received request : receiver.received()) {
            String before = bodies.putIfAbsent(request.webhookId(), request.body());
            assertThat(before == null || before.equals(request.body()))
                    .as("%s, seed %d: %s has one body", where, seed, request.webhookId())
                    .isTrue();
        }
        Map<String, Long> changes = bodies.values().stream()
                .map(body ->
                        body.replaceAll(".*\"type\":\"alert\\.([a-z]+)\".*\"data\":\\{\"id\":\"([^\"]*)\".*", "$2 $1"))
                .collect(Collectors.groupingBy(change -> change, Collectors.counting()));
        Map<String, Long> expected = journal.stream()
                .collect(Collectors.toMap(
                        outcome -> outcome instanceof Outcome.Fired fired
                                ? fired.alert().id() + " firing"
                                : ((Outcome.Retracted) outcome).alert().id() + " retracted",
                        outcome -> 1L));
        assertThat(changes).as("%s, seed %d", where, seed).isEqualTo(expected);
    }
}
