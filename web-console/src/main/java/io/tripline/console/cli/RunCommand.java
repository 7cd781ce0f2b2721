package io.tripline.console.cli;

import io.tripline.console.node.NodeServer;
import io.tripline.console.node.NodeStartException;
import io.tripline.console.settings.NodeSettings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
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
        NodeSettings settings = flags.settings();
        try (NodeServer server =
                StartedNode.start(settings, out, spec.commandLine().getErr())) {
            out.println("Ready. Stop it with Ctrl-C.");
            out.flush();
            server.awaitStop();
        } catch (NodeStartException e) {
            throw new CommandFailedException(e.getMessage(), e);
        }
        return ExitCode.OK;
    }
}
