package io.tripline.console.cli;

import io.tripline.console.demo.Demo;
import io.tripline.console.demo.DemoTally;
import io.tripline.console.demo.ReceivedWebhook;
import io.tripline.console.node.NodeServer;
import io.tripline.console.node.NodeStartException;
import io.tripline.console.settings.NodeSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Run a node with example rules, a stream of payments with attacks in it, and a webhook receiver.",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every attack gave exactly one alert and one verified webhook",
            "1:one did not, or something else did",
            "2:it could not run"
        })
final class DemoCommand implements Callable<Integer> {

    private static final Duration LIVELY = Duration.ofSeconds(50);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeFlags flags;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "How fast the first, lively part is played (default: as in life, 50 seconds).")
    private double speed;

    @Option(
            names = "--seed",
            defaultValue = "2026",
            description = "Decides everything left to chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--once", description = "End after the lively part instead of going on quietly.")
    private boolean once;

    private PrintWriter out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(speed >= 0.1 && speed <= 1_000)) {
            throw new CommandFailedException("--speed is a number from 0.1 to 1000");
        }
        out = spec.commandLine().getOut();
        if (flags.data().isPresent()) {
            return run(flags.settings(), () -> {});
        }
        try (TemporaryFolder folder = TemporaryFolder.create("tripline-demo")) {
            return run(flags.settings(folder.path()), () -> delete(folder));
        }
    }

    private int run(NodeSettings settings, Runnable afterStop) throws IOException, InterruptedException {
        try (NodeServer server =
                        new StartedNode(settings, out, spec.commandLine().getErr()).start();
                Demo demo = new Demo(server.address(), seed, speed, this::received)) {
            NodeServer.afterSignal(afterStop);
            demo.prepare();
            say("  receiver   " + demo.receiverAddress() + "/received  (what the webhooks brought)");
            say("");
            say("Open " + server.address()
                    + " in a browser. Payments are flowing; the first attack comes within seconds.");
            DemoTally tally = demo.lively(LIVELY, PATIENCE);
            say("");
            say(tally.attacks() + " attacks were made: "
                    + (tally.faults().isEmpty()
                            ? "each gave one alert and one verified webhook, and nothing else did."
                            : "not all is as it should be."));
            tally.faults().forEach(this::say);
            if (once) {
                return tally.faults().isEmpty() ? ExitCode.OK : ExitCode.FOUND_ERRORS;
            }
            say("It goes on quietly, with an attack every few minutes. Stop it with Ctrl-C.");
            goOn(demo, server);
            return ExitCode.OK;
        } catch (NodeStartException e) {
            throw new CommandFailedException(e.getMessage(), e);
        }
    }

    private void delete(TemporaryFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            say("The temporary folder " + folder.path() + " could not be deleted: " + e.getMessage());
        }
    }

    /** Until the node is stopped. The stream has a thread of its own, which the process does not wait for. */
    private void goOn(Demo demo, NodeServer server) throws InterruptedException {
        Thread stream = new Thread(
                () -> {
                    try {
                        demo.quiet();
                    } catch (IOException e) {
                        say("The stream has ended: " + e.getMessage());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "demo-stream");
        stream.setDaemon(true);
        stream.start();
        server.awaitStop();
        stream.interrupt();
    }

    private void received(ReceivedWebhook webhook) {
        say(String.format(
                Locale.ROOT,
                "%s  %-8s %-17s %s%s",
                webhook.at().toString().substring(11, 19),
                webhook.severity(),
                webhook.rule(),
                webhook.message(),
                webhook.verified() ? "" : "  (the signature is wrong!)"));
    }

    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
