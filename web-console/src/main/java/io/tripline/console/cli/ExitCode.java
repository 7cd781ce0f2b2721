package io.tripline.console.cli;

/** What the program's end says to a script. */
final class ExitCode {

    /** All is well. */
    static final int OK = 0;

    /** It ran, and found something wrong in what it was given: a rule with an error, a line that is no event. */
    static final int FOUND_ERRORS = 1;

    /** It could not run: wrong options, a file that is not there, a port in use. */
    static final int USAGE = 2;

    private ExitCode() {}
}
