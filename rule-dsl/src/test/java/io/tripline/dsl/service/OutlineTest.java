package io.tripline.dsl.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a file declares, and which word is what. */
class OutlineTest {

    private static final String TEXT = """
            event E { kind enum(a, b)?, at timestamp @time }  // one
            list seen of string
            rule r "A title" {
              on t: E[kind == a]
              when count(E) over 5m > 3
              alert "{t.at}"
            }
            test "it works" of r { expect no alert }
            """;

    private final Workspace workspace = Workspace.of(List.of(new SourceFile("a.trip", TEXT)));

    @Test
    void whatIsDeclared() {
        assertThat(LanguageService.outline(workspace, "a.trip").stream().map(OutlineTest::line))
                .containsExactly(
                        "EVENT E  [FIELD kind enum(a, b)?, FIELD at timestamp]",
                        "LIST seen  []",
                        "RULE r A title [STEP t E]",
                        "TEST it works  []");
    }

    private static String line(OutlineItem item) {
        String children = item.children().stream()
                .map(child -> child.kind() + " " + child.name() + " " + child.detail())
                .collect(Collectors.joining(", ", "[", "]"));
        return item.kind() + " " + item.name() + " " + item.detail() + " " + children;
    }

    @Test
    void whichWordIsWhat() {
        String[] lines = TEXT.split("\n", -1);
        assertThat(LanguageService.semanticTokens(workspace, "a.trip").stream()
                        .filter(token ->
                                token.start().line() >= 3 && token.start().line() <= 4)
                        .map(token -> token.kind() + " "
                                + lines[token.start().line()].substring(
                                        token.start().character(), token.start().character() + token.length())))
                .containsExactly(
                        "KEYWORD on",
                        "STEP t",
                        "EVENT E",
                        "FIELD kind",
                        "OPERATOR ==",
                        "ENUM_NAME a",
                        "KEYWORD when",
                        "FUNCTION count",
                        "EVENT E",
                        "KEYWORD over",
                        "NUMBER 5m",
                        "OPERATOR >",
                        "NUMBER 3");
    }

    @Test
    void aFileIsReadOnceHoweverOftenOthersChange() {
        Workspace changed = workspace.with(new SourceFile("b.trip", "list other of int"));
        assertThat(changed.file("a.trip")).isEqualTo(workspace.file("a.trip"));
        assertThat(changed.with(new SourceFile("a.trip", TEXT))).isSameAs(changed);
        assertThat(changed.without("b.trip").names()).containsExactly("a.trip");
    }
}
