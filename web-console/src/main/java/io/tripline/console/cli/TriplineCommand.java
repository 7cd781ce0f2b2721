package io.tripline.console.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "tripline",
        mixinStandardHelpOptions = true,
        description = "Rules that watch streams of events and raise the alarm.",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            FormatCommand.class,
            LspCommand.class,
            ExplainCommand.class,
            TestCommand.class,
            ReplayCommand.class,
            BacktestCommand.class,
            ExplainAlertCommand.class,
            VerifyCommand.class
        },
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:it ran, and found errors in the rules or events it was given",
            "2:it could not run: wrong options, a missing file, a port in use"
        },
        footer = {"", "Begin with 'tripline demo'. 'tripline COMMAND --help' says more about a command."})
final class TriplineCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
