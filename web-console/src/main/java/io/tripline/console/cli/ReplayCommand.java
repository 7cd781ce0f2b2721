package io.tripline.console.cli;

import io.tripline.console.decode.EventError;
import io.tripline.console.replay.Replay;
import io.tripline.console.replay.ReplayException;
import io.tripline.console.replay.ReplayReport;
import io.tripline.dsl.Compilation;
import io.tripline.dsl.SourceFile;
import io.tripline.engine.host.RunnableRules;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Run rules over recorded events and write what they say, one JSON object a line.",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all lines were events", "1:the rules or some lines have errors", "2:it could not run"},
        footer = {
            "",
            "Events are NDJSON, {\"type\": \"Transaction\", ...} a line, or CSV with --type; plain or gzip.",
            "Example: tripline replay --rules rules --events payments.csv.gz --type Transaction --map TX_ID=id"
        })
final class ReplayCommand implements Callable<Integer> {

    private static final int SHOWN_ERRORS = 100;
    private static final long PROGRESS_NANOS = 2_000_000_000;
    private static final int OUT_BUFFER_BYTES = 1 << 16;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rules",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Rule files, or folders of them.")
    private List<Path> rules;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "Files of events, read one after the other; - for standard input.")
    private List<String> events;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the outcomes go; - for standard output, as when nothing is said.")
    private Path outFile;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that run the rules; changes no outcome (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "The files are CSV, and each row is an event of this type.")
    private String type;

    @Option(
            names = "--map",
            paramLabel = "COLUMN=FIELD",
            description =
                    "Which column of a CSV file holds a field; may be repeated. Columns called like a field need no"
                            + " map.")
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(
            names = "--open-end",
            description = "Leave deadlines open that no event has passed. Without it time moves past all of them at the"
                    + " end.")
    private boolean openEnd;

    @Option(names = "--stats", description = "Say at the end how fast it was and how much the rules keep.")
    private boolean stats;

    private PrintWriter err;
    private long shownErrors;
    private long saidNanos = System.nanoTime();

    @Override
    public Integer call() throws InterruptedException {
        err = spec.commandLine().getErr();
        if (partitions < 1 || partitions > 64) {
            throw new CommandFailedException("--partitions is a number from 1 to 64");
        }
        List<SourceFile> files = RulePaths.read(rules);
        Compilation compilation = RunnableRules.compile(files);
        if (!compilation.succeeded()) {
            err.print(new CheckReport(files, compilation).text());
            err.flush();
            return ExitCode.FOUND_ERRORS;
        }
        Replay replay =
                new Replay(files, partitions, Optional.ofNullable(type), map, openEnd, this::rejected, this::progress);
        ReplayReport report;
        try (OutputStream out = out()) {
            report = replay.run(events, out);
        } catch (ReplayException e) {
            throw new CommandFailedException(e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandFailedException("cannot write the outcomes: " + e.getMessage(), e);
        }
        if (report.rejected() > SHOWN_ERRORS) {
            err.println("… and " + (report.rejected() - SHOWN_ERRORS) + " more lines with errors");
        }
        err.println(report.summary());
        if (stats) {
            err.println(report.statistics());
        }
        err.flush();
        return report.rejected() == 0 ? ExitCode.OK : ExitCode.FOUND_ERRORS;
    }

    private OutputStream out() throws IOException {
        boolean toStandard = outFile == null || outFile.toString().equals("-");
        OutputStream raw = toStandard ? System.out : new FileOutputStream(outFile.toFile());
        return new BufferedOutputStream(raw, OUT_BUFFER_BYTES);
    }

    private void rejected(String file, EventError error) {
        shownErrors++;
        if (shownErrors <= SHOWN_ERRORS) {
            String pointer = error.pointer().isEmpty() ? "" : " " + error.pointer();
            err.println(file + ":" + error.line() + ":" + pointer + " " + error.detail() + " ["
                    + error.code().wireName() + "]");
        }
    }

    private void progress(long read) {
        if (System.nanoTime() - saidNanos > PROGRESS_NANOS) {
            saidNanos = System.nanoTime();
            err.println(String.format(Locale.ROOT, "%,d events so far", read));
        }
    }
}
