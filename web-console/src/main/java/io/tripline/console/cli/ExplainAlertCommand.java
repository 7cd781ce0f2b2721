package io.tripline.console.cli;

import io.tripline.alerting.json.ProofJson;
import io.tripline.engine.backtest.BacktestException;
import io.tripline.engine.backtest.Pace;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.explain.ProofSearch;
import io.tripline.engine.journal.StoredJournal;
import io.tripline.engine.port.JournalDamagedException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "explain-alert",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prove an alert: find it again in the journal, by the rules that were in force.",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the journal gives the alert, and it is what the node has kept",
            "1:it does not, or not the same",
            "2:it could not run"
        })
final class ExplainAlertCommand implements Callable<Integer> {

    /** How the proof is printed. */
    enum Format {
        TEXT,
        JSON
    }

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "The id of an alert.")
    private String id;

    @Option(
            names = "--node",
            paramLabel = "URL",
            description = "The running node that raised it; it also compares with what it has kept (default: "
                    + NodeApi.USUAL + ").")
    private String node;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory of a node, running or not; the work is done by this command.")
    private Path data;

    @Option(names = "--rule", paramLabel = "NAME", description = "With --data: whose alert it is, which is faster.")
    private String rule;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print the proof (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Override
    public Integer call() throws InterruptedException {
        if (data != null && node != null) {
            throw new CommandFailedException("say --node or --data, not both");
        }
        JsonNode proof = data == null ? ofNode() : ofDirectory();
        PrintWriter out = spec.commandLine().getOut();
        out.print(format == Format.JSON ? JSON.writeValueAsString(proof) + "\n" : text(proof));
        out.flush();
        return proof.path("proved").asBoolean() && proof.path("same").asBoolean(true)
                ? ExitCode.OK
                : ExitCode.FOUND_ERRORS;
    }

    private JsonNode ofNode() throws InterruptedException {
        String path = "/v1/alerts/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/proof";
        return new NodeApi(node == null ? NodeApi.USUAL : node, PATIENCE).get(path);
    }

    private JsonNode ofDirectory() throws InterruptedException {
        if (!Files.isDirectory(data.resolve("journal"))) {
            throw new CommandFailedException("there is no journal in " + data);
        }
        try {
            ProofSearch search = new ProofSearch(
                    StoredJournal.in(data), id, Optional.ofNullable(rule), EngineLimits.DEFAULT, Pace.FREE);
            return JSON.readTree(ProofJson.of(id, search.run(), Optional.empty()));
        } catch (BacktestException | JournalDamagedException e) {
            throw new CommandFailedException(e.getMessage(), e);
        }
    }

    private static String text(JsonNode proof) {
        if (!proof.path("proved").asBoolean()) {
            return "The journal does not give this alert: "
                    + (proof.has("same")
                            ? "the node has kept it all the same"
                            : "its id is another's, or its past was removed")
                    + ".\n";
        }
        JsonNode alert = proof.path("alert");
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%s  (%s, version %s)",
                alert.path("message").asString(),
                alert.path("rule").asString(),
                alert.path("version").asString());
        line(
                text,
                "  key %s, at %s, %s",
                alert.path("key"),
                alert.path("at").asString(),
                alert.path("state").asString());
        for (JsonNode step : alert.path("matched")) {
            for (JsonNode event : step.path("events")) {
                line(
                        text,
                        "  %-12s %s %s  %s  %s",
                        step.path("step").asString(),
                        event.path("type").asString(),
                        event.path("id").asString(),
                        event.path("at").asString(),
                        event.path("fields"));
            }
        }
        line(
                text,
                "%nRaised by sequence %s under revision %s of the rules%s%s.",
                proof.path("raisedBySequence"),
                proof.path("revision"),
                proof.path("amended").asInt() == 0 ? "" : ", amended " + proof.path("amended") + " times since",
                proof.path("retractedBySequence").isNull()
                        ? ""
                        : ", retracted by sequence " + proof.path("retractedBySequence"));
        line(
                text,
                "Proved from %,d events of the journal; SHA-256 %s.",
                proof.path("events").asLong(),
                proof.path("digest").asString());
        if (proof.has("same")) {
            line(
                    text,
                    proof.path("same").asBoolean()
                            ? "It is what the node has kept, byte for byte."
                            : "It is NOT what the node has kept, whose SHA-256 is "
                                    + proof.path("storedDigest").asString() + ".");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
