package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.table.ReferenceChange;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What rules do beside their alerts, and what other rules see of it. */
class EffectsTest {

    private static final String DERIVED = """
            event Suspicion { k string?  v decimal?  note string  at timestamp @time }
            """;

    @Test
    void aRuleMakesEventsThatOtherRulesSeeAtOnce() {
        Letters letters = Letters.of(DERIVED + """
                rule raise { by k on a: A[v > 5] emit Suspicion { k: a.k, v: a.v * 2, note: "high" } }
                rule twice { by k match s: Suspicion then t: Suspicion within 10s alert "{k}: {s.v}, {t.v}" }
                """);
        assertThat(letters.messages("A6 A1 A7"))
                .containsExactly(
                        "raise emits Suspicion {k=k, v=12, note=high, at=2027-01-15T08:00:01Z}",
                        "raise emits Suspicion {k=k, v=14, note=high, at=2027-01-15T08:00:03Z}",
                        "+ k: 12, 14");
    }

    @Test
    void anEventThatIsMadeIsToldApartByItsInputAndItsNumber() {
        Letters letters = Letters.of(DERIVED + """
                rule raise { by k on a: A emit Suspicion { k: a.k, note: "1" } emit Suspicion { k: a.k, note: "2" } }
                rule see { by k on s: Suspicion alert "x" }
                """);
        assertThat(letters.matches("A").stream().filter(line -> line.startsWith("+")))
                .containsExactly("+ see s=#2.1", "+ see s=#2.2");
    }

    @Test
    void aRuleMayDoSomethingAndRaiseNoAlert() {
        Letters letters = Letters.of("list seen of string\nrule quiet { by k on a: A add k to seen }");
        assertThat(letters.matches("A")).containsExactly("quiet adds k to seen");
    }

    @Test
    void aListCountsForTheEventsBehindTheOneThatChangedIt() {
        Letters letters = Letters.of("""
                list seen of string
                rule remember { by k on a: A add k to seen for 5s }
                rule known { by k on e: A when k in seen alert "known" }
                rule forget { by k on b: B remove k from seen }
                """);
        assertThat(letters.matches("A@0 A@5 A@10.1 B@11 A@12").stream().filter(line -> line.startsWith("+")))
                .containsExactly("+ known e=A2");
    }

    @Test
    void anEntryStaysToTheEndOfItsTime() {
        Letters letters = Letters.of("""
                list seen of string expire after 5s
                rule remember { by k on a: A add k to seen }
                rule known { by k on b: B when k in seen alert "known" }
                """);
        assertThat(letters.matches("A@0 B@5 B@5.000000001").stream().filter(line -> line.startsWith("+")))
                .containsExactly("+ known b=B2");
    }

    @Test
    void aListIsWhatItWasWhenTheEventCameAlsoWhenItsKeyIsGoneOverAgain() {
        Letters letters = Letters.late("20s", """
                list seen of string
                rule remember { on c: C add "x" to seen }
                rule pair { by k match a: A["x" in seen or v == 1] then b: B within 1m alert "pair" }
                """);
        // A1 came before the list had anything on it, and is no start however often it is looked at again.
        assertThat(letters.matches("A@10 C@11 A@12 B@13 A1@9 B@14").stream().filter(line -> !line.contains("adds")))
                .containsExactly("+ pair a=A3 b=B4", "- pair a=A3 b=B4", "+ pair a=A5 b=B4");
    }

    @Test
    void rowsCountForTheEventsBehindTheOneThatWroteThem() {
        Letters letters = Letters.of("""
                event Seen { k string, v decimal, at timestamp @time }
                table Home key k from Seen { k string  v decimal }
                rule see { by k on a: A emit Seen { k: a.k, v: a.v } }
                rule grown { by k on s: Seen when s.v > Home[k].v alert "{k}: {Home[k].v} to {v}" }
                rule stranger { by k on b: B when Home[k] is missing alert "nobody knows {k}" }
                """);
        assertThat(letters.messages("A5 A4 A6 B B/x"))
                .filteredOn(message -> message.startsWith("+"))
                .containsExactly("+ k: 4 to 6", "+ nobody knows x");
    }

    @Test
    void listsAndRowsChangeFromOutside() {
        Letters letters = Letters.with(new EngineDriver(2, EngineLimits.DEFAULT), "0s", """
                list blocked of string
                table Home key k { k string  v decimal }
                rule r { by k on a: A when k in blocked or v > Home[k].v alert "hit" }
                """);
        assertThat(letters.matches("A5/x A5/y")).isEmpty();
        letters.driver().change(new ReferenceChange.AddToList("blocked", "x", OptionalLong.empty(), 0));
        letters.driver()
                .change(new ReferenceChange.PutRow(
                        "Home",
                        List.of(
                                new ReferenceChange.FieldValue(0, "y"),
                                new ReferenceChange.FieldValue(1, new java.math.BigDecimal("4.0"))),
                        0));
        assertThat(letters.matches("A5/x A5/y A4/y")).containsExactly("+ r a=A3", "+ r a=A4");
        letters.driver().change(new ReferenceChange.RemoveFromList("blocked", "x"));
        letters.driver().change(new ReferenceChange.DeleteRow("Home", List.of("y")));
        assertThat(letters.matches("A5/x A5/y")).isEmpty();
    }

    @Test
    void whatADeadlineMakesTakesItsPlaceBeforeTheEventThatMadeItPass() {
        Letters letters = Letters.of(DERIVED + """
                rule unpaid { by k match a: A then not B within 5s emit Suspicion { k: a.k, note: "unpaid" } }
                rule follows { by k match s: Suspicion then c: C alert "{s.at}" }
                """);
        // The deadline, second 5, passes with the event of second 9, and what it makes is older than that.
        assertThat(letters.messages("A@0 C@9"))
                .containsExactly(
                        "unpaid emits Suspicion {k=k, note=unpaid, at=2027-01-15T08:00:05Z}", "+ 2027-01-15T08:00:05Z");
    }

    @Test
    void rulesThatMakeEachOtherFireComeToAnEnd() {
        Letters letters = Letters.of(DERIVED + """
                rule start { by k on a: A emit Suspicion { k: a.k, note: "1" } }
                rule again { by k on s: Suspicion emit Suspicion { k: s.k, note: "2" } }
                """);
        List<String> outcomes = letters.matches("A");
        assertThat(outcomes).hasSize(EngineLimits.DEFAULT.derivedGenerations() + 1);
        assertThat(outcomes.get(outcomes.size() - 1))
                .isEqualTo("again refused: no Suspicion is made: rules that make each other fire stop after 16");
    }

    @Test
    void anEventWithoutWhatItNeedsIsNotMade() {
        Letters letters = Letters.of(
                DERIVED + "rule raise { by k on a: A emit Suspicion { note: if a.v > 1 then \"x\" else text(a.v) } }");
        assertThat(letters.matches("A"))
                .containsExactly("raise refused: no Suspicion is made: the field 'note' is missing");
    }

    @Test
    void aDecisionGivesEveryEventOneVerdict() {
        Letters letters = Letters.of("""
                list blocked of string
                rule high { by k on a: A when v > 5 add k to blocked score 40 }
                rule often { by k on a: A when count(A) over 10s > 1 score v }
                decision pay on A by k {
                  block when k in blocked or score > 80
                  review when score >= 40 or count(A) over 1m > 2
                  else allow
                }
                """);
        assertThat(letters.matches("A1/x A6/y A1/y A90/x A1/z A1/z A1/z A1/-").stream()
                        .filter(line -> line.startsWith("pay")))
                .containsExactly(
                        "pay of A1: allow, score 0",
                        "pay of A2: review, score 40",
                        "pay of A3: block, score 1",
                        "pay of A4: block, score 130",
                        "pay of A5: allow, score 0",
                        "pay of A6: allow, score 1",
                        "pay of A7: review, score 1",
                        "pay of A8: allow, score 0");
    }

    @Test
    void silenceLeavesTheScore() {
        Letters letters = Letters.of("""
                rule high { by k on a: A alert "high" score 40 once per 1h }
                decision pay on A { review when score >= 40 else allow }
                """);
        assertThat(letters.matches("A A"))
                .containsExactly("+ high a=A1", "pay of A1: review, score 40", "pay of A2: review, score 40");
    }

    @Test
    void aRuleLooksAtTheEventsThatCameTooLate() {
        Letters letters = Letters.of("rule r { by k on late a: A[v > 1] alert \"{a.v}\" }");
        assertThat(letters.matches("A5@10 A1@3 A2@4")).containsExactly("late A2", "late A3", "+ r a=A3");
    }

    @Test
    void theNumberOfPartitionsChangesNothing() {
        String rules = DERIVED + """
                list seen of string
                table Home key id from A { id string  v decimal? }
                rule raise { by k on a: A[v > 5] emit Suspicion { k: a.k, v: a.v, note: "high" } add k to seen alert "!" }
                rule twice { by k match s: Suspicion then t: Suspicion within 10s alert "{k}: {s.v}, {t.v}" }
                rule plain { by k match a: A then b: B within 10s alert "plain" score 10 }
                rule home { by k on b: B when Home["A1"].v > 5 and k not in seen alert "home" }
                decision pay on B by k { block when k in seen and score > 5 else allow }
                """;
        String stream = "A6/x A7/y B/x B/y A8/z A9/x B/z C/x A6/y B/w A7/w B/w B/x";
        List<List<Outcome>> answers = java.util.stream.IntStream.rangeClosed(1, 4)
                .mapToObj(count -> Letters.with(new EngineDriver(count, EngineLimits.DEFAULT), "0s", rules)
                        .send(stream))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.toString())
                .isEqualTo(answers.get(0).toString()));
        assertThat(answers.get(0)).isSortedAccordingTo(OutcomeOrder.INSTANCE);
    }
}
