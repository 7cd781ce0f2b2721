package io.tripline.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.format.RuleFormatter;
import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TestPlan;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.engine.ruletest.RuleTests;
import io.tripline.engine.ruletest.TestResult.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the library and of the textbooks: what they say holds together, and each has its tests. */
class RuleLibraryTest {

    private static final Path EXAMPLES = Path.of("src/main/resources/io/tripline/examples");

    /** Signals that have no alert of their own: the decision they add up to is tested. */
    private static final Set<String> SIGNALS =
            Set.of("dormant_payee", "new_payee", "unusually_large", "takes_cash", "paid_abroad");

    /** The library is one rule set; each file of the textbooks is one. */
    static Stream<List<SourceFile>> ruleSets() throws IOException {
        List<SourceFile> library = files("library");
        return Stream.concat(Stream.of(library), files("textbook").stream().map(List::of));
    }

    private static List<SourceFile> files(String folder) throws IOException {
        try (Stream<Path> paths = Files.list(EXAMPLES.resolve(folder))) {
            return paths.sorted().map(RuleLibraryTest::read).toList();
        }
    }

    private static SourceFile read(Path path) {
        try {
            return new SourceFile(path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void compileWithoutAWarning(List<SourceFile> files) {
        assertThat(RuleCompiler.compile(files).diagnostics().stream().map(Diagnostic::toString))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void everythingThatSpeaksHasATestInWhichItDoes(List<SourceFile> files) {
        RuleSetPlan plan = plan(files);
        Set<String> wanted = Stream.of(
                        plan.rules().stream().map(RulePlan::name),
                        plan.views().stream().map(ViewPlan::name),
                        plan.decisions().stream().map(DecisionPlan::name))
                .flatMap(names -> names)
                .filter(name -> !SIGNALS.contains(name) && !name.equals("cash_by_day"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(subjects(plan, true)).isEqualTo(wanted);
    }

    @Test
    void everyAlertOfTheLibraryHasATestInWhichItNearlyCame() throws IOException {
        RuleSetPlan plan = plan(files("library"));
        // The test of the one is about how often it speaks, that of the other about when.
        Set<String> other = Set.of("many_of_one_type", "dead_mans_switch");
        Set<String> alerting = plan.rules().stream()
                .filter(RulePlan::raisesAlerts)
                .map(RulePlan::name)
                .filter(name -> !other.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(subjects(plan, false)).isEqualTo(alerting);
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void noTestFails(List<SourceFile> files) {
        assertThat(RuleTests.run(plan(files)).stream().filter(result -> result.status() == Status.FAILED))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void everyTestIsRun(List<SourceFile> files) {
        assertThat(RuleTests.run(plan(files)).stream().filter(result -> result.status() == Status.NOT_RUN))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void areFormatted(List<SourceFile> files) {
        for (SourceFile file : files) {
            assertThat(RuleFormatter.format(file).text()).contains(file.text());
        }
    }

    @Test
    void theLibraryHasItsRules() throws IOException {
        assertThat(plan(files("library")).rules()).hasSizeGreaterThanOrEqualTo(40);
    }

    private static RuleSetPlan plan(List<SourceFile> files) {
        Compilation compilation = RuleCompiler.compile(files);
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }

    private static Set<String> subjects(RuleSetPlan plan, boolean firing) {
        return plan.tests().stream()
                .filter(test -> test.expectations().isEmpty() != firing)
                .map(TestPlan::subject)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
