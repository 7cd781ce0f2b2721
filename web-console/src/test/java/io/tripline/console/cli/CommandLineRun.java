package io.tripline.console.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command line that was run in this process. */
record CommandLineRun(int exitCode, String out, String err) {

    static CommandLineRun of(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Tripline.run(new PrintWriter(out), new PrintWriter(err), texts);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }
}
