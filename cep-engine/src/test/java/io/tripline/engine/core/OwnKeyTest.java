package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Windows whose key is not the rule's: here that of equal {@code v}. */
class OwnKeyTest {

    private static final String COUNTING =
            "rule r { by k on b: B alert \"{k}: {count(A by v) over 10s}, {sum(A.v by v == b.v + 1) over 10s}\" }";

    @Test
    void aWindowLooksAtTheEventsOfAllKeysThatHaveTheValue() {
        Letters letters = Letters.of(COUNTING);
        assertThat(letters.messages("A1/x@0 A1/y@1 A2/x@2 B1/z@3 B2/x@10 B1/x@11 B1/x@12"))
                .containsExactly("+ z: 2, 2", "+ x: 1, 0", "+ x: 1, 2", "+ x: 0, 2");
    }

    @Test
    void whereTheValueIsMissingNothingCounts() {
        Letters letters = Letters.of(COUNTING);
        assertThat(letters.messages("A/x A/y B/x")).containsExactly("+ x: 0, 0");
    }

    @Test
    void theEventUnderTestCountsUnlessItIsLeftOut() {
        Letters letters = Letters.of("rule r { by k on a: A alert \"{count(A by v) over 10s}, "
                + "{count(A by v) over 10s before this}, {max(A.v by v) over last 2 events before this}\" }");
        assertThat(letters.messages("A1/x A1/y A2/x A1/z"))
                .containsExactly("+ 1, 0, –", "+ 2, 1, 1", "+ 1, 0, –", "+ 3, 2, 1");
    }

    @Test
    void anEventThatComesLateChangesWhatOtherKeysHaveRead() {
        Letters letters =
                Letters.late("20s", "rule r { by k on b: B when count(A by v) over 10s == 2 alert \"{k} {b.id}\" }");
        assertThat(letters.messages("A1/x@10 B1/z@12 B1/y@13 A1/w@11 A1/w@12.5"))
                .containsExactly("+ z B2", "+ y B3", "- y B3");
    }

    @Test
    void whatWasReadHoldsUntilItIsSettledAndBehindThat() {
        Letters letters = Letters.late(
                "5s", "rule r { by k match a: A then b: B[count(C by v) over 10s > 0] within 1m alert \"hit\" }");
        // The window of the first B has moved on long before its key is looked at again.
        assertThat(letters.matches("A/x@10 C1/q@11 B1/x@12 A/y@40 B1/x@41 A/x@42 C1/q@60 B1/x@61 B1/y@62"))
                .containsExactly("+ r a=A1 b=B3", "+ r a=A6 b=B8", "+ r a=A4 b=B9");
    }

    /** After the watermark the alerts that stand are those of the sorted stream. */
    @RepeatedTest(40)
    void theOrderOfArrivalChangesNothingInTheEnd() {
        long seed = System.nanoTime();
        String rules = """
                rule many { by k on b: B when count(A by v) over 6s > 1 alert "{b.id} {sum(A.v by v == b.v) over 4s}" }
                rule pair { by k match a: A[count(B by v) over 5s < 2] then b: B[count(A by v) over 5s before this > 0]
                  within 8s alert "{a.id} {b.id}" }
                rule silent { by k match a: A[count(B by v) over 5s > 0] then not B[count(A by v) over 3s > 1] within 4s
                  alert "{a.id} {count(A by v == a.v) over 9s}" }
                """;
        List<String> sorted = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 60; i++) {
            char type = "AB".charAt(random.nextInt(2));
            sorted.add(type + "" + random.nextInt(1, 4) + "/" + "xyz".charAt(random.nextInt(3)) + "@" + (i + 10));
        }
        // Nobody is overtaken by more than the six seconds that are allowed.
        List<String> shuffled = IntStream.range(0, sorted.size())
                .boxed()
                .sorted(Comparator.comparing(new ArrayList<>(IntStream.range(0, sorted.size())
                        .mapToObj(i -> i + random.nextInt(6))
                        .toList())::get))
                .map(sorted::get)
                .toList();
        assertThat(standing(seed, rules, shuffled, 1)).as("seed %s", seed).isEqualTo(standing(seed, rules, sorted, 1));
        assertThat(standing(seed, rules, shuffled, 3)).as("seed %s", seed).isEqualTo(standing(seed, rules, sorted, 1));
    }

    private static List<String> standing(long seed, String rules, List<String> events, int partitions) {
        String numbered = events.stream().collect(Collectors.joining(" "));
        Letters letters = Letters.with(new EngineDriver(partitions, EngineLimits.DEFAULT), "6s", rules);
        List<Outcome> outcomes = new ArrayList<>(letters.send(numbered));
        outcomes.addAll(letters.driver().endOfTime());
        List<String> standing = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Fired fired) {
                standing.add(text(fired.alert()));
            } else if (outcome instanceof Outcome.Retracted retracted) {
                assertThat(standing.remove(text(retracted.alert())))
                        .as("seed %s: %s stood", seed, text(retracted.alert()))
                        .isTrue();
            } else if (outcome instanceof Outcome.Amended amended) {
                standing.removeIf(text -> text.startsWith(start(amended.alert())));
                standing.add(text(amended.alert()));
            }
        }
        return standing.stream().sorted().toList();
    }

    /** Ids count the places of arrival, so events are told apart by their times. */
    private static String start(Alert alert) {
        return alert.rule() + " "
                + alert.matched().stream()
                        .flatMap(step -> step.events().stream())
                        .map(event -> String.valueOf(event.timeNanos()))
                        .collect(Collectors.joining(" "));
    }

    private static String text(Alert alert) {
        return start(alert) + ": " + alert.message().replaceAll("[AB]\\d+", "");
    }
}
