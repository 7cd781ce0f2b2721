package io.tripline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.evolution.Change;
import io.tripline.dsl.evolution.RuleSetComparison;
import io.tripline.dsl.plan.RuleSetPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it means to change a rule set: each line is one change, with what it breaks behind the arrow. */
class RuleSetComparisonTest {

    private static final String BEFORE = """
            event Pay { id string @id  card string  amount int  note string?  kind enum(a, b)  at timestamp @time } late after 30s
            event Login { card string  tier string  at timestamp @time }
            table Card key card from Login { card string  tier string  limit decimal? }
            list blocked of string
            view per_card { from Pay by card window tumbling 1m select count() as n, sum(amount) as total }
            rule big { by card on p: Pay[amount > 5 and Card[card].tier == "x" and card not in blocked] alert "{p.id}" }
            rule noted { by card on p: Pay[note is missing] alert "x" }
            rule busy { by card on v: per_card[n > 5] alert "{v.total}" }
            rule twice { by card match a: Login then b: Pay[a.at < at] within 1h alert "x" }
            decision pay on Pay { block when amount > 3 else allow }
            """;

    @Test
    void nothingHasChanged() {
        assertThat(changes(BEFORE + "// a comment", BEFORE)).isEmpty();
    }

    @Test
    void anOptionalFieldMayComeAndAnyOtherMayNot() {
        assertThat(after("note string?", "note string? more string?"))
                .contains("compatible Pay.more is new")
                .noneMatch(change -> change.startsWith("breaking"));
        assertThat(after("note string?", "note string? more string"))
                .contains("breaking Pay.more is new, and events and rows that exist do not have it"
                        + " -> big, noted, pay, per_card, twice");
        assertThat(after("tier string", "tier string more int"))
                .contains("breaking Card.more is new, and events and rows that exist do not have it -> big");
    }

    @Test
    void aFieldThatGoesBreaksWhoReadsIt() {
        assertThat(changes(BEFORE.replace("note string?", "").replace("note is missing", "card != \"\""), BEFORE))
                .contains("breaking Pay.note is gone -> noted");
        assertThat(changes(BEFORE.replace("kind enum(a, b)", ""), BEFORE)).contains("breaking Pay.kind is gone -> ");
    }

    @Test
    void aTypeMayGetMoreValuesAndNoOther() {
        assertThat(after("enum(a, b)", "enum(b, c, a)"))
                .contains("compatible Pay.kind was enum(a, b) and is enum(b, c, a)");
        assertThat(after("enum(a, b)", "enum(a)")).contains("breaking Pay.kind was enum(a, b) and is enum(a) -> ");
        assertThat(after("amount int", "amount decimal"))
                .contains(
                        "breaking Pay.amount was int and is decimal -> big, pay, per_card",
                        "breaking per_card.total was int and is decimal -> busy");
        assertThat(changes(BEFORE + "list x of enum(a, b)", BEFORE + "list x of enum(a)"))
                .containsExactly("compatible x was a list of enum(a) and is one of enum(a, b)");
        assertThat(changes(BEFORE + "list x of int", BEFORE + "list x of string"))
                .containsExactly("breaking x was a list of string and is one of int -> ");
    }

    @Test
    void whatBecomesRequiredBreaksAndWhatBecomesOptionalDoesNot() {
        assertThat(after("note string?", "note string"))
                .contains("breaking Pay.note was optional and is required -> noted");
        assertThat(after("amount int", "amount int?")).contains("compatible Pay.amount was required and is optional");
    }

    @Test
    void idsTimesKeysAndLateness() {
        assertThat(after("string @id", "string"))
                .contains("breaking the @id of Pay was id and is none -> big, noted, pay, per_card, twice");
        assertThat(after("late after 30s", "late after 1m"))
                .contains("compatible events of Pay may come later than before");
        assertThat(after("late after 30s", ""))
                .contains("breaking events of Pay may come less late than before -> big, noted, pay, per_card, twice");
        assertThat(after("rule noted { by card", "rule noted { by card, id"))
                .containsExactly("breaking the key of noted was card and is card, id -> noted");
        assertThat(after("from Pay by card", "from Pay by card, note"))
                .contains("breaking the groups of per_card were card and are card, note -> busy");
    }

    @Test
    void rulesComeGoAndAreEdited() {
        assertThat(changes(BEFORE + "rule more { on p: Pay alert \"x\" }", BEFORE))
                .containsExactly("compatible rule more is new");
        assertThat(after("amount > 5", "amount > 6")).containsExactly("compatible rule big is edited");
        assertThat(changes(BEFORE, BEFORE + "rule more { on p: Pay alert \"x\" }"))
                .containsExactly("compatible rule more is gone");
        assertThat(changes(BEFORE, BEFORE + "list more of string")).containsExactly("breaking list more is gone -> ");
    }

    @Test
    void viewsAndDecisions() {
        assertThat(after("tumbling 1m", "tumbling 2m"))
                .contains("breaking the rows of per_card are about other windows than before -> busy");
        assertThat(after("sum(amount) as total", "sum(amount) as total, max(amount) as most"))
                .contains("compatible per_card.most is new", "compatible view per_card is edited");
        assertThat(after("block when amount > 3", "block when amount > 4"))
                .containsExactly("compatible decision pay is edited");
        assertThat(after("else allow", "else review"))
                .containsExactly("breaking pay can say review, which it could not -> pay");
    }

    private static List<String> after(String part, String now) {
        assertThat(BEFORE).contains(part);
        return changes(BEFORE.replace(part, now), BEFORE);
    }

    private static List<String> changes(String after, String before) {
        return RuleSetComparison.compare(plan(before), plan(after)).stream()
                .map(RuleSetComparisonTest::line)
                .toList();
    }

    private static String line(Change change) {
        return change.isBreaking()
                ? "breaking " + change.message() + " -> " + String.join(", ", change.breaks())
                : "compatible " + change.message();
    }

    private static RuleSetPlan plan(String text) {
        Compilation compilation = RuleCompiler.compile(List.of(new SourceFile("a.trip", text)));
        assertThat(compilation.diagnostics().stream().filter(Diagnostic::isError))
                .isEmpty();
        return compilation.plan().orElseThrow();
    }
}
