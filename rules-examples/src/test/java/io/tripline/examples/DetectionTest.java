package io.tripline.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.core.Alert;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.Nanos;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules find every attack once, and nothing else. */
class DetectionTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    /** What {@code payments.trip} allows. */
    private static final long LATE_AFTER_MILLIS = 30_000;

    static Stream<PaymentStreamOptions> streams() {
        long fresh = System.nanoTime();
        System.out.println("payment streams from seed " + fresh);
        return LongStream.of(1, fresh)
                .boxed()
                .flatMap(seed -> Stream.of(
                        PaymentStreamOptions.realistic(seed, START, Duration.ofHours(10)),
                        PaymentStreamOptions.watchable(seed, START, Duration.ofMinutes(20))));
    }

    @Test
    void theRulesCompileWithoutAWord() {
        assertThat(Bank.compiledExamples().diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void everyAttackHasOneAlertAndNothingElseHasAny(PaymentStreamOptions options) {
        PaymentStream stream = new PaymentStream(options);
        Bank bank = new Bank();
        stream.forEachRemaining(bank::see);
        assertThat(found(bank)).containsExactlyInAnyOrderElementsOf(labels(stream));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void eventsThatComeLateButNotTooLateChangeNothing(PaymentStreamOptions options) {
        PaymentStream stream = new PaymentStream(options);
        Bank bank = new Bank();
        shuffled(stream, options.seed()).forEach(bank::see);
        assertThat(bank.late()).isZero();
        assertThat(found(bank)).containsExactlyInAnyOrderElementsOf(labels(stream));
    }

    private record Arrival(PaymentEvent event, Instant at) {}

    private static List<PaymentEvent> shuffled(PaymentStream stream, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Arrival> arrivals = new ArrayList<>();
        stream.forEachRemaining(event -> {
            long delayMillis = random.nextInt(3) == 0 ? random.nextLong(LATE_AFTER_MILLIS + 1) : 0;
            arrivals.add(new Arrival(event, event.at().plusMillis(delayMillis)));
        });
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals.stream().map(Arrival::event).toList();
    }

    private static List<String> found(Bank bank) {
        return bank.standing().stream().map(DetectionTest::text).toList();
    }

    private static String text(Alert alert) {
        Map<String, List<String>> matched = new LinkedHashMap<>();
        alert.matched()
                .forEach(step -> matched.put(
                        step.step(), step.events().stream().map(Event::identity).toList()));
        return alert.rule() + alert.key() + " at " + Nanos.toInstant(alert.atNanos()) + " " + matched;
    }

    private static List<String> labels(PaymentStream stream) {
        return stream.attacks().stream()
                .map(attack -> attack.rule()
                        + Map.of(attack.kind().keyName(), attack.key())
                        + " at "
                        + attack.alertAt()
                        + " "
                        + attack.matched())
                .toList();
    }
}
