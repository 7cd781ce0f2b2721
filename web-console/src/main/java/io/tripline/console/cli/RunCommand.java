package io.tripline.console.cli;

import io.tripline.console.node.NodeServer;
import io.tripline.console.node.NodeStartException;
import io.tripline.console.settings.NodeSettings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Run a node: the HTTP API, the console, the rules and the webhooks.",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it was stopped", "2:it could not start"})
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeFlags flags;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        NodeSettings settings = flags.settings();
        AtomicInteger code = new AtomicInteger(ExitCode.OK);
        // A Java process that a signal ends says 143 by itself; a node that has stopped in good order says 0.
        NodeServer.afterSignal(() -> {
            out.flush();
            err.flush();
            Runtime.getRuntime().halt(code.get());
        });
        StartedNode node = new StartedNode(settings, out, err);
        try (NodeServer server = node.start()) {
            node.say("Ready. Stop it with Ctrl-C.");
            server.awaitStop();
        } catch (NodeStartException e) {
            if (e.isStopped()) {
                return ExitCode.OK;
            }
            code.set(ExitCode.USAGE);
            throw new CommandFailedException(e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            code.set(ExitCode.USAGE);
            throw e;
        }
        return ExitCode.OK;
    }
}
