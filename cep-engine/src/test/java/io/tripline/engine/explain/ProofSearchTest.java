package io.tripline.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.backtest.Pace;
import io.tripline.engine.backtest.RecordedHistory;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.MatchedStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal gives every alert of the node once more: same id, same words, same events. */
class ProofSearchTest {

    private static final String PROBED = """
            rule probed {
              by card
              match small: Payment[amount < 2]+ then hit: Payment[amount > 100] within 10m
              alert "{card}: {count(small)} probes, {count(Payment) over 1h} payments, then {hit.amount}"
            }
            """;

    private static final String BIG = "rule big { by card  on p: Payment[amount > 400]  alert \"{p.amount}\" }\n";

    @TempDir
    Path directory;

    private RecordedHistory history;

    @BeforeEach
    void record() {
        history = RecordedHistory.in(directory, 3);
        try (RecordedHistory closing = history) {
            closing.publish(PROBED);
            closing.post("p1 a 1 0", "p2 a 1 10", "p3 a 200 20", "p4 b 1 30", "p5 b 500 40");
            closing.post("p6 a 1 15");
            closing.publish(PROBED + BIG);
            closing.post("p7 b 1 100", "p8 b 600 110", "p9 c 1 120");
        }
    }

    @Test
    void everyAlertIsProved() throws InterruptedException {
        Map<String, Alert> standing = history.standing();
        assertThat(standing).hasSize(4);
        for (Alert alert : standing.values()) {
            for (Optional<String> rule : List.of(Optional.<String>empty(), Optional.of(alert.rule()))) {
                AlertProof proof = search(alert.id(), rule).orElseThrow();
                assertThat(proof.alert().message()).isEqualTo(alert.message());
                assertThat(matched(proof.alert())).isEqualTo(matched(alert));
                assertThat(proof.retractedBySequence()).isEmpty();
                assertThat(proof.events()).isEqualTo(9);
            }
        }
    }

    @Test
    void itSaysWhichRulesRaisedItAndWhatBecameOfIt() throws InterruptedException {
        Alert big = history.standing().values().stream()
                .filter(alert -> alert.rule().equals("big"))
                .findFirst()
                .orElseThrow();
        AlertProof proof = search(big.id(), Optional.of("big")).orElseThrow();
        assertThat(proof.revision()).isEqualTo(2);
        assertThat(proof.raisedBySequence()).isEqualTo(10);
        assertThat(proof.retractedBySequence()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void whatTheJournalDoesNotGiveIsNotProved() throws InterruptedException {
        assertThat(search("0123456789abcdef0123456789abcdef", Optional.empty())).isEmpty();
        String id = history.alerts().get(0);
        assertThat(search(id, Optional.of("no_such_rule"))).isEmpty();
    }

    private Optional<AlertProof> search(String id, Optional<String> rule) throws InterruptedException {
        return new ProofSearch(history.journal(), id, rule, EngineLimits.DEFAULT, Pace.FREE).run();
    }

    private static List<String> matched(Alert alert) {
        return alert.matched().stream().map(ProofSearchTest::words).toList();
    }

    private static String words(MatchedStep step) {
        return step.step() + "=" + step.events();
    }
}
