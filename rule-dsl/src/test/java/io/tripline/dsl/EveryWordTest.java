package io.tripline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.syntax.grammar.TriplineLexer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every word and sign of the language where it may not belong: the compiler comes to an end, and says something or gives a
 * plan. A parser that goes back to a word it could not read would go on for ever.
 */
class EveryWordTest {

    private static final String EVENT = "event P { customer string  at timestamp @time }\n";
    private static final List<String> BEHIND = List.of("", " x", " {", " else", " when 1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "event E {\n %s\n}",
                "table T key a {\n %s }",
                "table T key %s { a string }",
                "list l %s",
                "let %s",
                "let x = %s",
                "rule r {\n %s\n on P\n alert \"x\" }",
                "rule r { %s on P\n alert \"x\" }",
                "rule r {\n on P %s\n alert \"x\" }",
                "rule r { match a: P then %s }",
                "rule r { on P alert \"{%s}\" }",
                "rule r { on P\n emit P { %s }\n}",
                "view v {\n %s\n}",
                "view v { from P %s\n}",
                "decision d %s {",
                "decision d on P {\n %s\n}\n",
                "decision d on P { %s }\n",
                "decision d on P {\n block when %s\n else allow }\n",
                "decision d on P {\n block %s when 1 > 2\n else allow }",
                "decision d on P {\n block when customer == \"x\" %s\n else allow }",
                "test \"x\" of r {\n %s\n}",
                "test \"x\" of r {\n P { %s }\n}",
                "test \"x\" of r {\n expect %s\n}"
            })
    void atThisPlace(String place) {
        for (String word : words()) {
            for (String behind : BEHIND) {
                String text = EVENT + place.replace("%s", word + behind);
                Compilation compilation = RuleCompiler.compile(List.of(new SourceFile("any.trip", text)));
                assertThat(compilation.succeeded())
                        .as(text)
                        .isNotEqualTo(compilation.diagnostics().stream().anyMatch(Diagnostic::isError));
            }
        }
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>(List.of("x", "1", "1.5", "5m", "\"s\"", "$", "é", "/*"));
        for (int token = 1; token <= TriplineLexer.VOCABULARY.getMaxTokenType(); token++) {
            String literal = TriplineLexer.VOCABULARY.getLiteralName(token);
            if (literal != null) {
                words.add(literal.substring(1, literal.length() - 1));
            }
        }
        return words;
    }
}
