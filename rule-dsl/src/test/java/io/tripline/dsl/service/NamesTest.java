package io.tripline.dsl.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where things are declared and named, and how they get other names; the bar is the cursor. */
class NamesTest {

    private static final String RULE = """
            rule large {
              by user
              match p: Login[not ok]+
                then t: Transaction[amount > 100 and amount > count(p)]
              without Login between p and t
              within 10m
              alert "{user} {t.amount}"
            }
            """;

    @Test
    void whereAThingIsDeclared() {
        assertThat(in("then t: Trans|action").definition()).containsExactly("events.trip: event Transaction {");
        assertThat(in("{t.am|ount}").definition())
                .containsExactly("events.trip: amount    decimal            // in euros");
        assertThat(in("{|t.amount}").definition())
                .containsExactly("open.trip: then t: Transaction[amount > 100 and amount > count(p)]");
        assertThat(in("by us|er").definition())
                .containsExactly(
                        "events.trip: user      string",
                        "events.trip: event Login { user string, ok bool, at timestamp @time }");
    }

    @Test
    void whereAThingIsNamed() {
        assertThat(in("|p: Login").references())
                .containsExactly(
                        "open.trip: match p: Login[not ok]+",
                        "open.trip: then t: Transaction[amount > 100 and amount > count(p)]",
                        "open.trip: without Login between p and t");
        assertThat(in("t.amo|unt").references()).hasSize(4);
        assertThat(in("1|00").references()).isEmpty();
    }

    @Test
    void anEventTypeIsRenamedInAllFiles() {
        Editor editor = in("t: Trans|action");
        assertThat(editor.renamed("Payment", Editor.FILE)).isEqualTo(RULE.replace("Transaction", "Payment"));
        assertThat(editor.renamed("Payment", "events.trip")).contains("event Payment {");
    }

    @Test
    void aStepIsRenamedInItsRule() {
        String other = "rule other {\n  on t: Login\n  alert \"{t.user}\"\n}\n";
        assertThat(Editor.of(RULE.replace("then t:", "then |t:") + other).renamed("hit", Editor.FILE))
                .isEqualTo(RULE.replace("then t:", "then hit:")
                                .replace("p and t", "p and hit")
                                .replace("{t.", "{hit.")
                        + other);
    }

    @Test
    void aFieldIsRenamedWhereItStandsBareAndBehindAStep() {
        assertThat(in("t.amo|unt").renamed("euros", Editor.FILE)).isEqualTo(RULE.replace("amount", "euros"));
        assertThat(in("t.amo|unt").renamed("euros", "events.trip")).contains("euros    decimal");
    }

    @Test
    void aListATableAndALetAreRenamed() {
        String rule = """
                let big = count(Login) over 1h > 3
                rule r {
                  on t: Transaction[card in |blocked and big]
                  when Customer[user].tier == gold
                  alert "x"
                  add card to blocked for 1h
                }
                """;
        assertThat(Editor.of(rule).renamed("stolen", Editor.FILE))
                .contains("card in stolen and", "add card to stolen for");
        assertThat(Editor.of(rule.replace("|", "").replace("and big", "and b|ig"))
                        .renamed("busy", Editor.FILE))
                .contains("let busy =", "and busy]");
        assertThat(Editor.of(rule.replace("|", "").replace("Customer[", "Cust|omer["))
                        .renamed("Client", Editor.FILE))
                .contains("Client[user].tier");
        assertThat(Editor.of(rule.replace("|", "").replace("gold", "g|old")).renamed("silver", "events.trip"))
                .contains("enum(basic, silver)");
    }

    @Test
    void whatIsTakenIsRefused() {
        assertThat(refusal("t: Trans|action", "Login"))
                .contains("`Login` is taken: there is something else of that name");
        assertThat(refusal("t.amo|unt", "card")).contains("`card` is taken: there is something else of that name");
        assertThat(refusal("then |t:", "p")).contains("`p` is taken: there is something else of that name");
    }

    @Test
    void whatIsNoNameIsRefused() {
        assertThat(refusal("then |t:", "2nd").orElseThrow()).startsWith("`2nd` is not a name");
        assertThat(refusal("then |t:", "a b").orElseThrow()).startsWith("`a b` is not a name");
        assertThat(refusal("then |t:", "and").orElseThrow()).startsWith("`and` is not a name");
    }

    @Test
    void whatTheLanguageNamesIsRefused() {
        assertThat(refusal("cou|nt(p)", "number_of").orElseThrow()).startsWith("nothing that a rule file declares");
        assertThat(refusal("with|in", "inside").orElseThrow()).startsWith("nothing that a rule file declares");
    }

    @Test
    void aFieldThatIsAKeyTogetherWithOthersIsRefusedAndSaysWhatToDo() {
        Editor editor = Editor.of(RULE + "rule mine {\n  on t: Transaction[|user == \"x\"]\n  alert \"x\"\n}\n");
        assertThat(editor.rename("owner").refusal())
                .contains("in line 2 of open.trip `user` is a name of Login too: in a key, write"
                        + " `user(Transaction.user, Login.user)` first");
    }

    private static Optional<String> refusal(String piece, String newName) {
        Rename rename = in(piece).rename(newName);
        assertThat(rename.edits()).isEmpty();
        return rename.refusal();
    }

    private static Editor in(String piece) {
        String plain = piece.replace("|", "");
        assertThat(RULE).contains(plain);
        return Editor.of(RULE.replace(plain, piece));
    }
}
