package io.tripline.console.cli;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.engine.ruletest.RuleTests;
import io.tripline.engine.ruletest.TestResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Run the tests that stand beside rules.",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all tests that could be run passed", "1:a test failed, or the rules have errors"})
final class TestCommand implements Callable<Integer> {

    /** How the results are printed. */
    enum Format {
        TEXT,
        JUNIT
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Rule files, or folders of them. Together they are one rule set.")
    private List<Path> paths;

    @Option(
            names = "--format",
            paramLabel = "text|junit",
            defaultValue = "text",
            description = "How to print the results (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Override
    public Integer call() {
        List<SourceFile> files = RulePaths.read(paths);
        Compilation compilation = RuleCompiler.compile(files);
        if (compilation.plan().isEmpty()) {
            spec.commandLine().getErr().print(new CheckReport(files, compilation).text());
            return ExitCode.FOUND_ERRORS;
        }
        List<TestResult> results = RuleTests.run(compilation.plan().get());
        TestReport report = new TestReport(results);
        PrintWriter out = spec.commandLine().getOut();
        out.print(format == Format.JUNIT ? report.junit() : report.text());
        out.flush();
        return report.failed() == 0 ? ExitCode.OK : ExitCode.FOUND_ERRORS;
    }
}
