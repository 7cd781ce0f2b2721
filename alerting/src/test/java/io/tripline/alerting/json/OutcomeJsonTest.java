package io.tripline.alerting.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.alerting.Payments;
import io.tripline.dsl.plan.AlertSeverity;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.MatchedStep;
import io.tripline.engine.core.Outcome;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutcomeJsonTest {

    @Test
    void writesOneObjectALine() {
        Alert alert = Payments.alert("a", "too_much", "c\"1");
        assertThat(lines(
                        new Outcome.Fired(1, alert),
                        new Outcome.Amended(2, Payments.withMessage(alert, "Überweisung \uD83D\uDE00\n")),
                        new Outcome.Retracted(3, alert),
                        new Outcome.Late(4, Payments.everything(4))))
                .isEqualTo("""
                        {"kind":"firing","id":"a","rule":"too_much","version":"v1","key":{"card":"c\\"1"},"at":"2026-03-01T10:03:00Z","severity":"high","message":"Card c\\"1: too much","matched":{"hit":["tx-a"]}}
                        {"kind":"amended","id":"a","rule":"too_much","version":"v1","key":{"card":"c\\"1"},"at":"2026-03-01T10:03:00Z","severity":"high","message":"Überweisung 😀\\n","matched":{"hit":["tx-a"]}}
                        {"kind":"retracted","id":"a","rule":"too_much","version":"v1","key":{"card":"c\\"1"},"at":"2026-03-01T10:03:00Z","severity":"high","message":"Card c\\"1: too much","matched":{"hit":["tx-a"]}}
                        {"kind":"late","type":"Everything","id":"#4","at":"2026-03-01T10:00:00.001500Z"}
                        """);
    }

    @Test
    void writesRowsOfViews() {
        assertThat(lines(
                        new Outcome.RowPublished(1, Payments.row("r", "c1", 1, "12.50", 2)),
                        new Outcome.RowWithdrawn(2, Payments.row("r", "c1", 1, "12.50", 2))))
                .isEqualTo("""
                        {"kind":"row","id":"r","view":"by_card","version":"v1","revision":2,"windowStart":"2026-03-01T10:00:00Z","windowEnd":"2026-03-01T10:01:00Z","groups":{"card":"c1"},"columns":{"total":12.5}}
                        {"kind":"row-withdrawn","id":"r","view":"by_card","version":"v1","revision":2,"windowStart":"2026-03-01T10:00:00Z","windowEnd":"2026-03-01T10:01:00Z","groups":{"card":"c1"},"columns":{"total":12.5}}
                        """);
    }

    @Test
    void writesWhatRulesDoBesideTheirAlerts() {
        assertThat(lines(
                        new Outcome.Emitted(4, "raise", Payments.payment(4, "tx-1", "c1", "9.50", Payments.MORNING)),
                        new Outcome.ListChanged(5, 0, "raise", "blocked", "c1", true, 1_772_359_380_000_000_000L),
                        new Outcome.ListChanged(5, 0, "raise", "amounts", new BigDecimal("1.5"), true, Long.MAX_VALUE),
                        new Outcome.ListChanged(6, 0, "clear", "blocked", "c1", false, 0),
                        new Outcome.EffectRefused(7, 1, "raise", "no Suspicion is made: too many"),
                        new Outcome.Verdict(
                                8,
                                0,
                                "pay",
                                "v1",
                                Payments.payment(8, "tx-2", "c1", "9.50", Payments.MORNING),
                                "block",
                                new BigDecimal("90"))))
                .isEqualTo("""
                        {"kind":"emitted","type":"Payment","id":"tx-1","at":"2026-03-01T10:00:00Z","rule":"raise","fields":{"id":"tx-1","card":"c1","amount":9.5,"at":"2026-03-01T10:00:00Z"}}
                        {"kind":"listed","rule":"raise","list":"blocked","value":"c1","until":"2026-03-01T10:03:00Z"}
                        {"kind":"listed","rule":"raise","list":"amounts","value":1.5}
                        {"kind":"unlisted","rule":"clear","list":"blocked","value":"c1"}
                        {"kind":"refused","rule":"raise","reason":"no Suspicion is made: too many"}
                        {"kind":"verdict","type":"Payment","id":"tx-2","at":"2026-03-01T10:00:00Z","decision":"pay","version":"v1","verdict":"block","score":90}
                        """);
    }

    @Test
    void writesKeysOfEveryKindExactly() {
        TreeMap<String, Object> key = new TreeMap<>();
        key.put("amount", new BigDecimal("1E+3"));
        key.put("yes", true);
        key.put("count", 7L);
        Alert alert =
                new Alert("a", "r", "R", "v", AlertSeverity.LOW, key, 0, "m", List.of(new MatchedStep("s", List.of())));
        assertThat(lines(new Outcome.Fired(1, alert)))
                .contains("\"key\":{\"amount\":1000,\"count\":7,\"yes\":true}", "\"matched\":{\"s\":[]}");
    }

    @Test
    void writesFieldsOfEveryType() {
        assertThat(EventJson.fields(Payments.everything(4)))
                .isEqualTo("{\"at\":\"2026-03-01T10:00:00.001500Z\",\"number\":-9223372036854775808,\"ratio\":0.002,"
                        + "\"yes\":true,\"wait\":\"PT1M30S\",\"ip\":\"192.0.2.1\","
                        + "\"place\":{\"lat\":52.5,\"lon\":-13.25},\"channel\":\"app\","
                        + "\"sums\":[0.000000001,1000000000000000]}");
    }

    private static String lines(Outcome... outcomes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutcomeJson json = new OutcomeJson(bytes)) {
            for (Outcome outcome : outcomes) {
                json.write(outcome);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
