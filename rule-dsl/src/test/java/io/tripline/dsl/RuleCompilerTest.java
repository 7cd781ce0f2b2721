package io.tripline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RuleCompilerTest {

    private static final String EVENT = "event E { k string  n int?  at timestamp @time } late after 5s\n";
    private static final String RULE = "rule r { by k on e: E[n is missing or n > 3] alert \"{k}\" }\n";

    @Test
    void noFilesAreAnEmptyRuleSet() {
        assertThat(RuleCompiler.compile(List.of()).plan()).contains(RuleSetPlan.EMPTY);
    }

    @Test
    void anEventTypeBecomesItsSchema() {
        RuleSetPlan plan = compile("""
                event Payment {
                  id      string @id
                  amount  decimal
                  channel enum(web, app)?
                  tags    list of enum(a, b)
                  at      timestamp @time
                } late after 1m30s
                """);

        assertThat(plan.events())
                .containsExactly(new EventSchema(
                        "Payment",
                        List.of(
                                new FieldSchema(0, "id", Scalar.STRING, false),
                                new FieldSchema(1, "amount", Scalar.DECIMAL, false),
                                new FieldSchema(2, "channel", new EnumType(List.of("web", "app")), true),
                                new FieldSchema(3, "tags", new ListType(new EnumType(List.of("a", "b"))), false),
                                new FieldSchema(4, "at", Scalar.TIMESTAMP, false)),
                        OptionalInt.of(0),
                        4,
                        90_000_000_000L));
    }

    /** Far beyond the limit nothing may grow with the square of the steps: this is over in a moment. */
    @Test
    void aMatchWithFarTooManyStepsIsRefusedForThatAlone() {
        String members = "E" + " and E".repeat(30_000);
        String rule = "rule r { by k match (" + members + ") then e: E within 1h alert \"{e.n}\" }\n";
        assertThat(RuleCompiler.compile(List.of(new SourceFile("a.trip", EVENT + rule)))
                        .diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("a match can have 50 steps at most");
    }

    @Test
    void theOrderOfFilesAndDeclarationsDoesNotMatter() {
        SourceFile events = new SourceFile("a.trip", EVENT);
        SourceFile rules = new SourceFile("b.trip", RULE);

        assertThat(RuleCompiler.compile(List.of(rules, events)))
                .isEqualTo(RuleCompiler.compile(List.of(events, rules)));
    }

    @Test
    void diagnosticsComeByFileAndThenByPlace() {
        Compilation compilation = RuleCompiler.compile(List.of(
                new SourceFile("b.trip", "rule b { on x: E[q > 1] alert \"{w}\" }\n;"),
                new SourceFile("a.trip", EVENT + "rule a { on x: E[q > 1] alert \"{w}\" }")));

        assertThat(compilation.diagnostics())
                .extracting(Diagnostic::span)
                .extracting(span -> span.file() + ":" + span.startLine() + ":" + span.startColumn())
                .containsExactly("b.trip:1:18", "b.trip:1:33", "b.trip:2:1", "a.trip:2:18", "a.trip:2:33");
    }

    @Test
    void theVersionOfARuleIsThatOfItsWords() {
        String version = version(EVENT + RULE);

        assertThat(version).matches("[0-9a-f]{12}");
        assertThat(version("// a comment\n" + EVENT + RULE.replace(" ", "\n\t ") + "/* another */"))
                .isEqualTo(version);
        assertThat(version(RULE + EVENT + "event Other { at timestamp @time }")).isEqualTo(version);
    }

    @Test
    void theVersionOfARuleChangesWithItsWordsAndWithTheEventsItLooksAt() {
        assertThat(List.of(
                        version(EVENT + RULE),
                        version(EVENT + RULE.replace("> 3", "> 4")),
                        version(EVENT + RULE.replace("{k}", "{k} ")),
                        version(EVENT.replace("int?", "int") + RULE),
                        version(EVENT.replace("int?", "float?") + RULE),
                        version(EVENT.replace("5s", "6s") + RULE),
                        version(EVENT.replace("k string", "k string @id") + RULE)))
                .doesNotHaveDuplicates();
    }

    @Test
    void theVersionOfARuleChangesWithWhateverItUsesAndWithNothingElse() {
        String used = """
                let inner = 3
                let limit = inner
                list seen of string
                table Customer key id { id string, tier string }
                event Source { n int, at timestamp @time }
                view v { from Source[n > limit] by n window tumbling 1m select count() as count }
                """;
        String unused = "let other = 7\nlist more of int\nview w { from E window tumbling 1m select count() as n }\n";
        String rule =
                "rule r { on x: v[count > limit and \"a\" in seen and Customer[\"b\"].tier == \"c\"] alert \"x\" }\n";
        String version = version(EVENT + used + rule);

        assertThat(version(rule + unused + EVENT + used)).isEqualTo(version);
        assertThat(version(EVENT.replace("5s", "6s") + used + rule)).isEqualTo(version);
        assertThat(List.of(
                        version,
                        version(EVENT + used.replace("inner = 3", "inner = 4") + rule),
                        version(EVENT + used.replace("seen of string", "seen of string expire after 1d") + rule),
                        version(EVENT + used.replace("tier string", "tier string?") + rule),
                        version(EVENT + used.replace("1m", "2m") + rule),
                        version(EVENT
                                + used.replace("at timestamp @time }", "at timestamp @time } late after 1s")
                                + rule)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRuleStandsWhereItIsWritten() {
        RulePlan rule = compile(EVENT + "\n  " + RULE).rules().get(0);

        assertThat(rule.span().startLine()).isEqualTo(3);
        assertThat(rule.span().startColumn()).isEqualTo(3);
        assertThat((EVENT + "\n  " + RULE)
                        .substring(rule.span().startOffset(), rule.span().endOffset()))
                .isEqualTo(RULE.strip());
    }

    @Test
    void placesAreCountedInCodeUnitsBehindCharactersOutsideTheBasicPlane() {
        String text = EVENT + "rule r { on e: E alert \"🎉🎉 {nn}\" }";

        Diagnostic diagnostic = RuleCompiler.compile(List.of(new SourceFile("a.trip", text)))
                .diagnostics()
                .get(0);

        assertThat(text.substring(
                        diagnostic.span().startOffset(), diagnostic.span().endOffset()))
                .isEqualTo("nn");
        assertThat(diagnostic.span().startColumn()).isEqualTo(31);
    }

    private static String version(String text) {
        return compile(text).rules().get(0).version();
    }

    private static RuleSetPlan compile(String text) {
        Compilation compilation = RuleCompiler.compile(List.of(new SourceFile("a.trip", text)));
        assertThat(compilation.diagnostics().stream().filter(Diagnostic::isError))
                .isEmpty();
        return compilation.plan().orElseThrow();
    }
}
