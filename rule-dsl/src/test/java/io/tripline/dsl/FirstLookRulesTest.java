package io.tripline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.plan.RulePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that the language is introduced with compile as they are shown. */
class FirstLookRulesTest {

    @Test
    void compileWithNothingToSay() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/rules/first-look.trip"));

        Compilation compilation = RuleCompiler.compile(List.of(new SourceFile("first-look.trip", text)));

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.plan().orElseThrow().rules())
                .extracting(RulePlan::name)
                .containsExactly("account_takeover", "card_testing", "error_spike", "many_countries");
    }
}
