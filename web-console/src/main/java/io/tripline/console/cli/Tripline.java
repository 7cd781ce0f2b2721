package io.tripline.console.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the program begins. */
public final class Tripline {

    private Tripline() {}

    public static void main(String[] arguments) {
        // Before Chronicle's first class is loaded: nothing about its use leaves this machine.
        System.setProperty("chronicle.analytics.disable", "true");
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs one command line and gives its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new TriplineCommand())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Tripline::wrongUsage)
                .setExecutionExceptionHandler(Tripline::failed)
                .execute(arguments);
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("tripline: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }

    /** What a person can act on is said in a line; anything else is a fault of the program and shows where. */
    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult result) {
        PrintWriter err = command.getErr();
        if (e instanceof CommandFailedException) {
            String.valueOf(e.getMessage()).lines().forEach(line -> err.println("tripline: " + line));
        } else {
            err.println("tripline: an error in Tripline itself, please report it");
            e.printStackTrace(err);
        }
        err.flush();
        return ExitCode.USAGE;
    }
}
