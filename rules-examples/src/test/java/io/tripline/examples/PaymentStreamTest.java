package io.tripline.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentStreamTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration MORNING = Duration.ofHours(4);
    private static final PaymentStreamOptions A_MORNING = PaymentStreamOptions.realistic(1, START, MORNING);

    @Test
    void equalOptionsGiveEqualStreams() {
        assertThat(events(A_MORNING)).isEqualTo(events(A_MORNING));
    }

    @Test
    void anotherSeedGivesAnotherStream() {
        assertThat(events(A_MORNING)).isNotEqualTo(events(PaymentStreamOptions.realistic(2, START, MORNING)));
    }

    @Test
    void eventsComeInTheOrderOfTheirTimesBetweenStartAndEnd() {
        List<PaymentEvent> events = events(A_MORNING);
        assertThat(events).isSortedAccordingTo(Comparator.comparing(PaymentEvent::at));
        assertThat(events.get(0).at()).isAfterOrEqualTo(START);
        assertThat(events.get(events.size() - 1).at()).isBefore(START.plus(MORNING));
    }

    @Test
    void noIdIsGivenTwice() {
        Set<String> ids = new HashSet<>();
        assertThat(events(A_MORNING)).allMatch(event -> ids.add(event.id()));
    }

    @Test
    void nightsAreQuieterThanEvenings() {
        Map<Integer, Integer> byHour = new HashMap<>();
        events(PaymentStreamOptions.realistic(1, START, Duration.ofHours(24)))
                .forEach(event -> byHour.merge((int) (event.at().getEpochSecond() / 3600 % 24), 1, Integer::sum));
        assertThat(byHour.get(3) * 3).isLessThan(byHour.get(18));
    }

    @Test
    void thePaceIsAboutWhatWasAskedFor() {
        PaymentStreamOptions steady =
                new PaymentStreamOptions(1, START, Duration.ofHours(10), 2_000, 0, 0, Duration.ofMinutes(30), false);
        assertThat(events(steady)).hasSizeBetween(18_000, 22_000);
    }

    @Test
    void withoutAttacksAndNearMissesNothingIsLabelled() {
        PaymentStream stream = new PaymentStream(
                new PaymentStreamOptions(1, START, Duration.ofHours(2), 2_000, 0, 0, Duration.ofMinutes(30), true));
        stream.forEachRemaining(event -> {});
        assertThat(stream.attacks()).isEmpty();
    }

    @Test
    void allKindsOfAttackComeAndEachLabelNamesEventsOfTheStream() {
        PaymentStream stream = new PaymentStream(A_MORNING);
        Map<String, PaymentEvent> byId = new HashMap<>();
        stream.forEachRemaining(event -> byId.put(event.id(), event));
        assertThat(stream.attacks()).hasSizeBetween(18, 30);
        Set<AttackKind> kinds = EnumSet.noneOf(AttackKind.class);
        for (Attack attack : stream.attacks()) {
            kinds.add(attack.kind());
            assertThat(byId).containsKeys(attack.matchedIds().toArray(String[]::new));
            assertThat(attack.matchedIds())
                    .extracting(id -> byId.get(id).at())
                    .isSorted()
                    .endsWith(attack.alertAt());
        }
        assertThat(kinds).isEqualTo(EnumSet.allOf(AttackKind.class));
    }

    @Test
    void anAttackIsListedWhenItsLastEventHasBeenHandedOut() {
        PaymentStream stream = new PaymentStream(A_MORNING);
        while (stream.hasNext()) {
            int before = stream.attacks().size();
            PaymentEvent event = stream.next();
            for (Attack attack :
                    stream.attacks().subList(before, stream.attacks().size())) {
                assertThat(attack.lastAt()).isEqualTo(event.at());
            }
        }
    }

    @Test
    void aWatcherSeesTheFirstAttackWithinSeconds() {
        PaymentStream stream = new PaymentStream(PaymentStreamOptions.watchable(1, START, Duration.ofMinutes(1)));
        stream.forEachRemaining(event -> {});
        assertThat(stream.attacks()).hasSizeBetween(3, 8);
        assertThat(stream.attacks().get(0).alertAt()).isBefore(START.plusSeconds(30));
    }

    @Test
    void anEventIsOneLineOfJson() {
        assertThat(events(A_MORNING)).extracting(PaymentEvent::toJson).allMatch(line -> line.matches("\\{.*\\}"));
        assertThat(new PaymentEvent.Transfer("transfer-1", "c", "acct-1", new java.math.BigDecimal("12.50"), START)
                        .toJson())
                .isEqualTo(
                        "{\"type\": \"Transfer\", \"id\": \"transfer-1\", \"customer\": \"c\", \"payee\": \"acct-1\","
                                + " \"amount\": 12.50, \"at\": \"2026-03-01T10:00:00Z\"}");
    }

    private static List<PaymentEvent> events(PaymentStreamOptions options) {
        List<PaymentEvent> events = new ArrayList<>();
        new PaymentStream(options).forEachRemaining(events::add);
        return events;
    }
}
