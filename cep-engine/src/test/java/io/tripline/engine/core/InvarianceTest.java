package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.driver.OutcomeText;
import io.tripline.engine.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change the outcomes, on streams made by chance; the seed is the test's name. */
class InvarianceTest {

    private static final int EVENTS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theNumberOfPartitionsChangesNothing(long seed) {
        List<String> events = RandomStreams.events(new SplittableRandom(seed), EVENTS, 2, 4);
        List<String> one = outcomes(1, events);
        assertThat(one).hasSizeGreaterThan(20);
        assertThat(outcomes(2, events)).isEqualTo(one);
        assertThat(outcomes(7, events)).isEqualTo(one);
    }

    private static List<String> outcomes(int partitions, List<String> events) {
        Letters letters = Letters.with(new EngineDriver(partitions, EngineLimits.DEFAULT), "3s", RandomStreams.RULES);
        return letters.send(String.join(" ", events)).stream()
                .map(OutcomeText::full)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void whatStandsInTheEndIsWhatTheSortedStreamGives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> events = RandomStreams.events(random, EVENTS, 1 + random.nextInt(3), 4);
        // Names are given here, since a letter's place in the stream is not the same in both.
        List<NamedEvent> named = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            named.add(NamedEvent.of(events.get(i), i));
        }
        assertThat(standing("100s", named)).hasSizeGreaterThan(20).isEqualTo(standing("100s", sorted(named)));
        assertThat(standing("100s", named)).isEqualTo(standing("0s", sorted(named)));
        // With less room some events are late, and no rule has seen them.
        Standing some = new Standing("2s");
        named.forEach(some::send);
        List<NamedEvent> inTime = sorted(named).stream()
                .filter(event -> !some.late.contains(event.id))
                .toList();
        assertThat(inTime).hasSizeLessThan(named.size());
        assertThat(some.messages).isEqualTo(standing("0s", inTime));
    }

    private static List<NamedEvent> sorted(List<NamedEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(NamedEvent::at))
                .map(event -> new NamedEvent(event.id, event.type, event.value, event.key, event.at, 0))
                .toList();
    }

    private static Map<String, String> standing(String lateAfter, List<NamedEvent> events) {
        Standing standing = new Standing(lateAfter);
        events.forEach(standing::send);
        assertThat(standing.late).isEmpty();
        return standing.messages;
    }

    private record NamedEvent(String id, String type, String value, String key, BigDecimal at, int source) {

        static NamedEvent of(String text, int number) {
            int key = text.indexOf('/');
            int at = text.indexOf('@');
            int source = text.indexOf('#');
            return new NamedEvent(
                    "e" + number,
                    text.substring(0, 1),
                    text.substring(1, key),
                    text.substring(key + 1, at),
                    new BigDecimal(text.substring(at + 1, source)),
                    Integer.parseInt(text.substring(source + 1)));
        }
    }

    /** The alerts that stand after the events sent so far, checking that each change fits what stood before. */
    private static final class Standing {
        private final EngineDriver driver = new EngineDriver(1, EngineLimits.DEFAULT);
        private final Map<String, String> messages = new TreeMap<>();
        private final List<String> late = new ArrayList<>();

        Standing(String lateAfter) {
            driver.rules(Letters.declarations(lateAfter) + RandomStreams.RULES);
        }

        void send(NamedEvent event) {
            Map<String, Object> values = new TreeMap<>();
            values.put("id", event.id);
            values.put("k", event.key);
            values.put("at", Instant.EPOCH.plusNanos(event.at.movePointRight(9).longValue()));
            if (!event.value.isEmpty()) {
                values.put("v", event.value);
            }
            driver.send(event.source, event.type, values).forEach(this::follow);
        }

        private void follow(Outcome outcome) {
            if (outcome instanceof Outcome.Fired fired) {
                assertThat(messages.put(name(fired.alert()), text(fired.alert())))
                        .isNull();
            } else if (outcome instanceof Outcome.Retracted retracted) {
                assertThat(messages.remove(name(retracted.alert()))).isEqualTo(text(retracted.alert()));
            } else if (outcome instanceof Outcome.Amended amended) {
                assertThat(messages.put(name(amended.alert()), text(amended.alert())))
                        .isNotNull()
                        .isNotEqualTo(text(amended.alert()));
            } else if (outcome instanceof Outcome.Late tooLate) {
                late.add(tooLate.event().identity());
            }
        }

        /** Ids will not do: they contain the version, and that what is allowed to be late. */
        private static String name(Alert alert) {
            return alert.rule() + " "
                    + alert.matched().stream()
                            .map(step -> step.step()
                                    + step.events().stream()
                                            .map(Event::identity)
                                            .toList())
                            .toList();
        }

        private static String text(Alert alert) {
            return alert.rule() + alert.key() + alert.atNanos() + " " + alert.message();
        }
    }
}
