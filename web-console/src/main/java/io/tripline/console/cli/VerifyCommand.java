package io.tripline.console.cli;

import io.tripline.engine.journal.JournalSalvage;
import io.tripline.engine.journal.JournalVerifier;
import io.tripline.engine.journal.VerifyReport;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Check every frame of a node's journal, and say where it is damaged.",
            "The node may run; of the last moments of a running node only what is on the disk is seen."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the journal is as it was written", "1:it is damaged", "2:there is no journal to be read"})
final class VerifyCommand implements Callable<Integer> {

    /** How the findings are printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "A node's data directory.")
    private Path directory;

    @Option(
            names = "--salvage",
            paramLabel = "TO",
            description = "Write what can be saved into a new data directory, and say what was left out.")
    private Path salvageTo;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How the findings are printed (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Override
    public Integer call() {
        if (!Files.isDirectory(directory.resolve("journal"))) {
            throw new CommandFailedException(directory + " has no journal; name the data directory of a node");
        }
        try {
            return salvageTo == null
                    ? report(JournalVerifier.verify(directory, this::progress))
                    : report(JournalSalvage.salvage(directory, salvageTo, this::progress));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new CommandFailedException(e.getMessage());
        }
    }

    private void progress(String file, long bytesRead, long bytesInAll) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(Locale.ROOT, "%3d %%  %s%n", bytesInAll == 0 ? 100 : 100 * bytesRead / bytesInAll, file);
        err.flush();
    }

    private int report(VerifyReport report) {
        if (format == Format.JSON) {
            print(json(Map.of("verified", report)));
        } else {
            print(text(report));
        }
        return report.isWhole() ? ExitCode.OK : ExitCode.FOUND_ERRORS;
    }

    private int report(JournalSalvage.Result result) {
        if (format == Format.JSON) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("verified", result.verified());
            all.put(
                    "salvaged",
                    Map.of(
                            "to", salvageTo.toString(),
                            "entries", result.entries(),
                            "lastSequence", result.lastSequence(),
                            "leftOut", result.leftOut(),
                            "leftOutEvents", result.leftOutEvents()));
            print(json(all));
        } else {
            print(text(result.verified())
                    + String.format(
                            Locale.ROOT,
                            "saved %,d entries, the last with sequence %,d, into %s%n",
                            result.entries(),
                            result.lastSequence(),
                            salvageTo));
            if (result.leftOut() > 0) {
                print(String.format(
                        Locale.ROOT,
                        "left out %,d entries with %,d events: the rules they were written for are lost%n",
                        result.leftOut(),
                        result.leftOutEvents()));
            }
        }
        return result.verified().isWhole() ? ExitCode.OK : ExitCode.FOUND_ERRORS;
    }

    private static String text(VerifyReport report) {
        StringBuilder text = new StringBuilder();
        for (VerifyReport.Damage damage : report.damages()) {
            text.append(
                    String.format(Locale.ROOT, "%s: byte %d: %s%n", damage.file(), damage.position(), damage.detail()));
            if (!damage.behind().isEmpty()) {
                text.append("  ").append(damage.behind()).append('\n');
            }
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "%s: %,d entries in %,d files, %,d bytes%n",
                        report.isWhole()
                                ? "whole"
                                : "damaged in " + report.damages().size() + " places",
                        report.entries(),
                        report.segments().size(),
                        report.bytes()))
                .toString();
    }

    private static String json(Object value) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(value)
                + "\n";
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
