package io.tripline.console.cli;

import io.tripline.alerting.json.FoundAlertJson;
import io.tripline.console.backtest.BacktestBody;
import io.tripline.console.backtest.BacktestBody.FileBody;
import io.tripline.console.backtest.BacktestBody.LabelBody;
import io.tripline.console.backtest.BacktestText;
import io.tripline.console.backtest.ResultView;
import io.tripline.dsl.SourceFile;
import io.tripline.engine.backtest.BacktestException;
import io.tripline.engine.backtest.BacktestLimits;
import io.tripline.engine.backtest.BacktestProgress;
import io.tripline.engine.backtest.BacktestResult;
import io.tripline.engine.backtest.BacktestRun;
import io.tripline.engine.backtest.BacktestSpec;
import io.tripline.engine.backtest.Pace;
import io.tripline.engine.host.RulesRejectedException;
import io.tripline.engine.journal.StoredJournal;
import io.tripline.engine.port.JournalDamagedException;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.port.JournalRemovedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Run rules over the history of a node, and say how that differs from the rules it runs.",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it ran to its end", "1:the rules have errors", "2:it could not run"},
        footer = {
            "",
            "Files take the place of the node's files of the same names. Without any the rules in force are run.",
            "Example: tripline backtest cards.trip --node http://127.0.0.1:8080 --rule card_testing"
        })
final class BacktestCommand implements Callable<Integer> {

    /** How the result is printed. */
    enum Format {
        TEXT,
        JSON
    }

    private static final long PROGRESS_NANOS = 1_000_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Rule files, or folders of them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--node",
            paramLabel = "URL",
            description = "The running node whose history it is (default: http://127.0.0.1:8080).")
    private String node;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory of a node, running or not; the work is done by this command.")
    private Path data;

    @Option(names = "--complete", description = "The files are the whole rule set, without the node's other files.")
    private boolean complete;

    @Option(names = "--revision", paramLabel = "N", description = "Run the rule set of this revision.")
    private long revision;

    @Option(names = "--as-it-was", description = "Run the rules as they changed: what the node has said itself.")
    private boolean asItWas;

    @Option(
            names = "--against",
            paramLabel = "live|none|as-it-was|N",
            defaultValue = "live",
            description = "What to compare with: the rules in force, or of a revision (default: ${DEFAULT-VALUE}).")
    private String against;

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            description = "Only alerts of this rule; may be repeated (default: the rules that differ, or all).")
    private List<String> rules = List.of();

    @Option(names = "--from", paramLabel = "TIME", description = "Only what was taken in at this time or later.")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "Only what was taken in before this time.")
    private String to = "";

    @Option(names = "--from-sequence", paramLabel = "N", description = "Only what stands in the journal here or later.")
    private long fromSequence;

    @Option(names = "--through-sequence", paramLabel = "N", description = "Only what stands in the journal up to here.")
    private long throughSequence;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Time zone of the days, such as Europe/Berlin (default: ${DEFAULT-VALUE}).")
    private String zone;

    @Option(
            names = "--labels",
            paramLabel = "TYPE.FIELD",
            description = "Events that say what should have been found, and the field that names it.")
    private String labels;

    @Option(
            names = "--labels-name",
            paramLabel = "event|event:TYPE|key",
            defaultValue = "event",
            description = "What that field names: an event's @id, or a key (default: ${DEFAULT-VALUE}).")
    private String labelsName;

    @Option(names = "--labels-when", paramLabel = "FIELD=VALUE", description = "Only labels with this value.")
    private String labelsWhen;

    @Option(
            names = "--label-delay",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description = "How late a label may come, such as 7d; what is younger is not judged.")
    private String labelDelay;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print the result (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--alerts", paramLabel = "FILE", description = "Write the alerts there, one JSON object a line.")
    private Path alerts;

    private PrintWriter err;

    @Override
    public Integer call() throws InterruptedException {
        err = spec.commandLine().getErr();
        if (data != null && node != null) {
            throw new CommandFailedException("say --node or --data, not both");
        }
        BacktestBody body = body();
        ResultView result;
        try {
            if (data != null) {
                result = overDirectory(body);
            } else {
                NodeBacktest running = new NodeBacktest(node == null ? NodeApi.USUAL : node, this::progress);
                result = running.run(body);
                if (alerts != null) {
                    Files.write(alerts, running.alerts(), StandardCharsets.UTF_8);
                }
            }
        } catch (RulesRejectedException e) {
            e.diagnostics()
                    .forEach(diagnostic -> err.println(diagnostic.span().file() + ":"
                            + diagnostic.span().startLine() + ": " + diagnostic.message()));
            err.flush();
            return ExitCode.FOUND_ERRORS;
        } catch (IOException e) {
            throw new CommandFailedException("cannot go on: " + e.getMessage(), e);
        } catch (IllegalArgumentException | BacktestException | JournalDamagedException | JournalRemovedException e) {
            throw new CommandFailedException(e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(format == Format.TEXT ? BacktestText.of(result) : json(result));
        out.flush();
        return ExitCode.OK;
    }

    private static String json(ResultView result) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(result)
                + "\n";
    }

    private BacktestBody body() {
        List<FileBody> files = new ArrayList<>();
        for (SourceFile file : RulePaths.read(paths)) {
            Path path = Path.of(file.name());
            files.add(new FileBody(complete ? file.name() : path.getFileName().toString(), file.text()));
        }
        return new BacktestBody(
                files,
                complete,
                revision,
                asItWas,
                against,
                rules,
                from,
                to,
                fromSequence,
                throughSequence,
                zone,
                Optional.ofNullable(labels).map(this::label));
    }

    private LabelBody label(String typeAndField) {
        String[] parts = typeAndField.split("\\.", 2);
        if (parts.length != 2) {
            throw new CommandFailedException("--labels names a type and a field of it: FraudReport.transaction");
        }
        String[] when = labelsWhen == null ? new String[] {"", ""} : labelsWhen.split("=", 2);
        if (when.length != 2) {
            throw new CommandFailedException("--labels-when names a field and its value: verdict=fraud");
        }
        String[] named = labelsName.split(":", 2);
        return new LabelBody(
                parts[0], parts[1], named[0], named.length == 2 ? named[1] : "", when[0], when[1], labelDelay);
    }

    private ResultView overDirectory(BacktestBody body) throws IOException, InterruptedException {
        if (!Files.isDirectory(data.resolve("journal"))) {
            throw new CommandFailedException("there is no journal in " + data);
        }
        JournalReader journal = StoredJournal.in(data);
        BacktestSpec backtest = body.request().over(journal);
        AtomicReference<BacktestRun> running = new AtomicReference<>();
        long[] saidNanos = {System.nanoTime()};
        Pace pace = () -> {
            if (System.nanoTime() - saidNanos[0] > PROGRESS_NANOS) {
                saidNanos[0] = System.nanoTime();
                progress(running.get().progress());
            }
        };
        running.set(new BacktestRun(journal, backtest, BacktestLimits.DEFAULT, pace));
        BacktestResult result = running.get().run();
        if (alerts != null) {
            Files.write(
                    alerts,
                    result.listed().stream()
                            .map(listed ->
                                    FoundAlertJson.of(listed.whose().name().toLowerCase(Locale.ROOT), listed.alert()))
                            .toList(),
                    StandardCharsets.UTF_8);
        }
        progress(running.get().progress());
        return ResultView.of(result);
    }

    private void progress(BacktestProgress progress) {
        String remaining = progress.remainingSeconds() < 0
                ? ""
                : String.format(Locale.ROOT, ", %.0f s to go", progress.remainingSeconds());
        err.println(String.format(
                Locale.ROOT,
                "%3.0f %%, %,d events, %,.0f events/s%s",
                100 * progress.fraction(),
                progress.events(),
                progress.eventsPerSecond(),
                remaining));
        err.flush();
    }
}
