package io.tripline.dsl.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.plan.AggregateFunction;
import io.tripline.dsl.plan.Function;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is offered where; the bar is the cursor. */
class CompletionTest {

    @Test
    void declarationsAtTheTop() {
        assertThat(complete("|")).containsExactly("event", "rule", "view", "table", "list", "let", "decision", "test");
        assertThat(complete("list cards of string\n\nru|")).contains("rule");
        assertThat(complete("rule r { on t: Login alert \"x\" }\n|")).contains("rule", "test");
    }

    @Test
    void typesBehindTheNameOfAField() {
        assertThat(complete("event E {\n  amount |\n}"))
                .contains("string", "decimal", "enum")
                .doesNotContain("rule");
        assertThat(complete("event E {\n  amount de|\n}")).contains("decimal");
        assertThat(complete("event E {\n  names list of |\n}")).contains("string", "ip");
        assertThat(complete("event E {\n  am|\n}")).isEmpty();
        assertThat(complete("event E {\n  at timestamp @|\n}")).containsExactly("time", "id");
        assertThat(complete("event E {\n  at timestamp @time\n} |")).contains("late");
        assertThat(complete("event E {\n  at timestamp @time\n} late after |")).contains("30s", "10m");
    }

    @Test
    void clausesOfARule() {
        assertThat(complete("rule r {\n  |\n}")).contains("severity", "by", "on", "match", "alert");
        assertThat(complete("rule r {\n  severity high\n  on t: Login\n  |\n  alert \"x\"\n}"))
                .contains("when", "by", "once")
                .doesNotContain("severity", "on", "match", "within", "alert");
        assertThat(complete("rule r {\n  match a: Login\n  |\n}"))
                .contains("then", "within", "without")
                .doesNotContain("when", "on");
        assertThat(complete("rule r {\n  severity |\n}")).containsExactly("low", "medium", "high", "critical");
        assertThat(complete("rule r {\n  once |\n}")).containsExactly("per");
        assertThat(complete("rule r {\n  skip |\n}")).containsExactly("to");
    }

    @Test
    void durationsWhereOneStands() {
        assertThat(complete("rule r {\n  match a: Login\n  within |\n}")).contains("10m", "1h");
        assertThat(complete("rule r {\n  match a: Login\n  within 15|\n}"))
                .containsExactly("15s", "15m", "15h", "15d", "15w", "15ms");
        assertThat(complete("rule r {\n  on t: Login\n  when count(Login) over |\n}"))
                .contains("10m", "last");
        assertThat(complete("rule r {\n  on t: Login\n  when count(Login) over 10m |\n}"))
                .startsWith("before", "ending", "step")
                .contains("and", "alert");
    }

    @Test
    void eventTypesWhereAStepIsMade() {
        assertThat(complete("rule r {\n  on |\n}")).containsExactly("Login", "Transaction", "late");
        assertThat(complete("rule r {\n  on t: |\n}")).containsExactly("Login", "Transaction");
        assertThat(complete("rule r {\n  match |\n}")).containsExactly("Login", "Transaction", "not");
        assertThat(complete("rule r {\n  match a: Login then |\n}"))
                .containsExactly("Login", "Transaction", "not", "immediately", "any", "within");
        assertThat(complete("rule r {\n  match a: Login then not |\n}")).containsExactly("Login", "Transaction");
        assertThat(complete("rule r {\n  match a: Login\n  without | between a and b\n}"))
                .containsExactly("Login", "Transaction");
    }

    @Test
    void behindAStep() {
        assertThat(complete("rule r {\n  match a: Login{3,} |\n}"))
                .startsWith("then", "immediately", "any", "reluctant", "until");
        assertThat(complete("rule r {\n  match (a: Login |\n}")).containsExactly("then", "or", "and");
        assertThat(complete("rule r {\n  match a: Login then not Login |\n}")).contains("within", "for");
        assertThat(complete("rule r {\n  match a: Login then b: Login\n  without Transaction between |\n}"))
                .containsExactly("a", "b");
        assertThat(complete("rule r {\n  match a: Login then b: Login\n  skip to last |\n}"))
                .containsExactly("a", "b");
    }

    @Test
    void fieldsOfTheEventUnderTest() {
        assertThat(complete("rule r {\n  on t: Transaction[|]\n}"))
                .startsWith("id", "card", "user", "amount", "channel", "merchant", "at")
                .contains("t", "count", "not", "Customer");
        assertThat(complete("rule r {\n  on t: Transaction\n  when am|\n}")).contains("amount", "card");
        assertThat(complete("rule r {\n  on t: Transaction\n  alert \"{|\n}")).contains("amount", "card");
        assertThat(complete("rule r {\n  on t: Transaction\n  when count(Login[|\n}"))
                .startsWith("user", "ok", "at")
                .doesNotContain("amount");
    }

    @Test
    void fieldsBehindADot() {
        assertThat(complete("rule r {\n  match p: Login then t: Transaction[user == p.|]\n}"))
                .containsExactly("user", "ok", "at");
        assertThat(complete("rule r {\n  on t: Transaction\n  alert \"{t.|}\"\n}"))
                .contains("amount", "merchant");
        assertThat(complete("rule r {\n  on t: Transaction\n  when sum(Transaction.|\n}"))
                .contains("amount");
        assertThat(complete("rule r {\n  on t: Transaction\n  when sum(Transaction[amount > 1].a|\n}"))
                .contains("amount");
        assertThat(complete("rule r {\n  on t: Transaction\n  when Customer[user].|\n}"))
                .containsExactly("user", "tier");
    }

    @Test
    void stepsSoFarInConditionsAndAllInMessages() {
        assertThat(complete("rule r {\n  match a: Login then b: Login[|] then c: Login\n}"))
                .contains("a")
                .doesNotContain("c");
        assertThat(complete("rule r {\n  match a: Login then b: Login\n  alert \"{|}\"\n}"))
                .contains("a", "b");
        assertThat(complete("rule r {\n  by user\n  match a: Login\n  alert \"{|}\"\n}"))
                .contains("user");
    }

    @Test
    void whatAnAggregateCanBeOver() {
        assertThat(complete("rule r {\n  match p: Login+ then t: Transaction[count(|) > 3]\n}"))
                .startsWith("p")
                .contains("Login", "Transaction");
        assertThat(complete("rule r {\n  on t: Login\n  when count(Login) |\n}"))
                .startsWith("over");
    }

    @Test
    void operatorsBehindAValue() {
        assertThat(complete("rule r {\n  on t: Transaction[amount |]\n}"))
                .containsExactly("and", "or", "not", "in", "between", "like", "matches", "is");
        assertThat(complete("rule r {\n  on t: Transaction[merchant is |]\n}")).containsExactly("missing", "not");
    }

    @Test
    void namesOfTheEnumThatIsComparedWith() {
        assertThat(complete("rule r {\n  on t: Transaction[channel == |]\n}")).startsWith("web", "app");
        assertThat(complete("rule r {\n  on t: Transaction[channel in (web, |)]\n}"))
                .startsWith("web", "app");
        assertThat(complete("rule r {\n  on t: Transaction\n  when t.channel != |\n}"))
                .startsWith("web", "app");
        assertThat(complete("rule r {\n  on t: Login\n  when Customer[user].tier == |\n}"))
                .contains("basic", "gold");
    }

    @Test
    void listsWhereOneStands() {
        assertThat(complete("rule r {\n  on t: Transaction[card in |]\n}")).startsWith("blocked");
        assertThat(complete("rule r {\n  on t: Transaction\n  add card to |\n}"))
                .containsExactly("blocked");
        assertThat(complete("rule r {\n  on t: Transaction\n  add card |\n}")).contains("to");
        assertThat(complete("rule r {\n  on t: Transaction\n  remove card from |\n}"))
                .containsExactly("blocked");
        assertThat(complete("rule r {\n  on t: Transaction\n  add card to blocked for |\n}"))
                .contains("24h");
    }

    @Test
    void keysAreFieldsThatAllEventTypesHave() {
        assertThat(complete("rule r {\n  by |\n  on t: Transaction\n  alert \"x\"\n}"))
                .contains("card", "user");
        assertThat(complete("rule r {\n  by |\n  match a: Login then t: Transaction\n}"))
                .containsExactly("user", "at");
        assertThat(complete("rule r {\n  by |\n}")).contains("card", "user", "ok");
    }

    @Test
    void clausesOfAView() {
        assertThat(complete("view v {\n  |\n}")).containsExactly("from", "window", "select", "having");
        assertThat(complete("view v {\n  from |\n}")).containsExactly("Login", "Transaction", "v");
        assertThat(complete("view v {\n  from Login by |\n}")).contains("user");
        assertThat(complete("view v {\n  from Login\n  window |\n}"))
                .containsExactly("tumbling", "hopping", "sliding", "session");
        assertThat(complete("view v {\n  from Login\n  window tumbling |\n}")).contains("10m");
        assertThat(complete("view v {\n  from Login\n  window tumbling 1m\n  select |\n}"))
                .contains("count", "user");
        assertThat(complete("view v {\n  from Login\n  select count() as n\n  having |\n}"))
                .contains("n", "window_end");
    }

    @Test
    void verdictsOfADecision() {
        assertThat(complete("decision d on |")).containsExactly("Login", "Transaction");
        assertThat(complete("decision d on Transaction {\n  block when |\n}")).contains("amount", "card");
        assertThat(complete("decision d on Transaction {\n  |\n}")).contains("else");
    }

    @Test
    void eventsAndTheirFieldsInATest() {
        String rule = "rule r { on t: Login alert \"x\" }\n";
        assertThat(complete(rule + "test \"x\" of |")).containsExactly("r");
        assertThat(complete(rule + "test \"x\" of r {\n  |\n}")).contains("Login", "Customer", "expect");
        assertThat(complete(rule + "test \"x\" of r {\n  Login { |\n}")).containsExactly("user", "ok", "at");
        assertThat(complete(rule + "test \"x\" of r {\n  Transaction { channel: | }\n}"))
                .startsWith("web", "app");
        assertThat(complete(rule + "test \"x\" of r {\n  expect |\n}")).contains("alert", "no");
    }

    @Test
    void fieldsOfAnEmittedEvent() {
        assertThat(complete("rule r {\n  on t: Login\n  emit Transaction { | }\n}"))
                .contains("card", "amount");
        assertThat(complete("rule r {\n  on t: Login\n  emit Transaction { user: | }\n}"))
                .contains("user", "t");
    }

    @Test
    void nothingInTextsAndComments() {
        assertThat(complete("// ru|")).isEmpty();
        assertThat(complete("/* ru| */")).isEmpty();
        assertThat(complete("rule r {\n  on t: Login\n  alert \"{t.user} in |\n}"))
                .isEmpty();
        assertThat(complete("rule r \"a ti|tle\" {}")).isEmpty();
        assertThat(complete("rule r {\n  on t: Transaction[card == \"|\n}")).isEmpty();
    }

    @Test
    void everyItemSaysWhatItIs() {
        Editor editor = Editor.of("rule r {\n  on t: Transaction[|]\n}");
        assertThat(editor.completion("amount"))
                .isEqualTo(new Completion(
                        "amount",
                        Completion.Kind.FIELD,
                        "decimal",
                        "```tripline\namount decimal\n```\nA field of the event `Transaction`.\n\nin euros"));
        assertThat(editor.completion("count").detail()).isEqualTo("count(Event) over 10m");
        assertThat(editor.completion("t").detail()).isEqualTo("Transaction");
    }

    @Test
    void theBegunWordIsReplaced() {
        Editor editor = Editor.of("rule r {\n  sev|\n}");
        assertThat(LanguageService.complete(editor.workspace(), Editor.FILE, editor.cursor())
                        .replace())
                .isEqualTo(new Range(new Position(1, 2), new Position(1, 5)));
    }

    @Test
    void everyFunctionOfThePlanIsKnown() {
        assertThat(Stream.concat(Stream.of(AggregateFunction.values()), Stream.of(Function.values()))
                        .map(function -> function.name().toLowerCase(Locale.ROOT)))
                .allMatch(Vocabulary::isFunction);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule account \"x\" {\n  by user\n  match p: Login[not ok]{3,} immediately\n   then t: Transaction[amount > 3 * (avg(Transaction.amount) over 30d step 1h before this)]\n  without Login between p and t\n  alert \"{user}: {t.amount} {count(p)}\"\n  emit Login { user: user, ok: true }\n}",
                "view v { from Login[ok] by user window hopping 10m every 1m select count() as n having n > 3 }",
                "decision d on Transaction by card { block when card in blocked else allow }",
                "test \"x\" of r { Login { user: \"a\", at: 10:00 } expect alert { user: \"a\" } at 10:03 }",
                "event E { id string @id, kind enum(a, b)? } late after 5m",
                "table T key a, b from E { a string } expire after 3d\nlet x of Login = ok and user in blocked",
                "{ } ) ] \" { \"{ [ rule rule { on : : . . @ @ }"
            })
    void everyPlaceOfATextHasAnAnswer(String text) {
        for (int i = 0; i <= text.length(); i++) {
            String half = text.substring(0, i);
            for (String written : List.of(half, text)) {
                Workspace workspace = Workspace.of(List.of(new SourceFile(Editor.FILE, written)));
                Position place = new LineMap(written).position(i);
                assertThat(LanguageService.complete(workspace, Editor.FILE, place)
                                .items())
                        .allSatisfy(item -> assertThat(item.label()).isNotBlank());
                assertThat(LanguageService.hover(workspace, Editor.FILE, place)).isNotNull();
                assertThat(LanguageService.references(workspace, Editor.FILE, place))
                        .isNotNull();
            }
            Workspace workspace = Workspace.of(List.of(new SourceFile(Editor.FILE, half)));
            LanguageService.quickFixes(workspace, Editor.FILE, LanguageService.diagnostics(workspace, Editor.FILE));
            LanguageService.semanticTokens(workspace, Editor.FILE);
            LanguageService.outline(workspace, Editor.FILE);
        }
    }

    private static List<String> complete(String textWithBar) {
        return Editor.of(textWithBar).completions();
    }
}
