package io.tripline.console.cli;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Compile rule files and say what is wrong with them.",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no error, perhaps warnings", "1:there are errors", "2:it could not run"})
final class CheckCommand implements Callable<Integer> {

    /** How the findings are printed. */
    enum Format {
        TEXT,
        JSON,
        SARIF
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
            paramLabel = "text|json|sarif",
            defaultValue = "text",
            description = "How to print the findings (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Override
    public Integer call() {
        List<SourceFile> files = RulePaths.read(paths);
        Compilation compilation = RuleCompiler.compile(files);
        CheckReport report = new CheckReport(files, compilation);
        spec.commandLine()
                .getOut()
                .print(
                        switch (format) {
                            case TEXT -> report.text();
                            case JSON -> report.json();
                            case SARIF -> report.sarif();
                        });
        return compilation.succeeded() ? ExitCode.OK : ExitCode.FOUND_ERRORS;
    }
}
