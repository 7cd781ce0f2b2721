package io.tripline.console.cli;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.DiagnosticPrinter;
import io.tripline.dsl.format.Formatted;
import io.tripline.dsl.format.RuleFormatter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "format",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lay rule files out in the one look that all rule files have.",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all files have that look now",
            "1:a file cannot be read as rules, or --check found one that would change",
            "2:it could not run"
        })
final class FormatCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Rule files, or folders of them; - reads standard input and writes standard output.")
    private List<Path> paths;

    @Option(names = "--check", description = "Change nothing; name the files that would change.")
    private boolean check;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (paths.contains(STANDARD_INPUT)) {
            if (paths.size() > 1) {
                throw new CommandFailedException("- stands alone: standard input is one file");
            }
            return formatStandardInput(out);
        }
        List<SourceFile> files = RulePaths.read(paths);
        List<SourceFile> changed = new ArrayList<>();
        int unreadable = 0;
        for (SourceFile file : files) {
            Formatted formatted = RuleFormatter.format(file);
            if (formatted.text().isEmpty()) {
                unreadable++;
                report(file, formatted);
            } else if (!formatted.text().get().equals(file.text())) {
                changed.add(file);
                out.println(file.name());
                if (!check) {
                    write(Path.of(file.name()), formatted.text().get());
                }
            }
        }
        out.println(summary(files.size(), changed.size(), unreadable));
        return unreadable > 0 || check && !changed.isEmpty() ? ExitCode.FOUND_ERRORS : ExitCode.OK;
    }

    private String summary(int files, int changed, int unreadable) {
        String said = files + (files == 1 ? " file" : " files") + ": " + changed
                + (check ? " to be formatted" : " formatted");
        return unreadable == 0 ? said : said + ", " + unreadable + " left alone because of errors";
    }

    private int formatStandardInput(PrintWriter out) {
        SourceFile file = new SourceFile("standard input", standardInput());
        Formatted formatted = RuleFormatter.format(file);
        if (formatted.text().isEmpty()) {
            report(file, formatted);
            return ExitCode.FOUND_ERRORS;
        }
        if (check) {
            return formatted.text().get().equals(file.text()) ? ExitCode.OK : ExitCode.FOUND_ERRORS;
        }
        out.print(formatted.text().get());
        return ExitCode.OK;
    }

    private static String standardInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(SourceFile file, Formatted formatted) {
        formatted.diagnostics().forEach(diagnostic -> spec.commandLine()
                .getErr()
                .println(DiagnosticPrinter.print(diagnostic, file).stripTrailing()));
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new CommandFailedException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }
}
