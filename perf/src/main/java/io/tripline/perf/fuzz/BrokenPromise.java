package io.tripline.perf.fuzz;

/** The compiler has not done with a text what it promises for any. */
final class BrokenPromise extends AssertionError {

    private static final long serialVersionUID = 1;

    BrokenPromise(String what, String text, Throwable causeOrNull) {
        super(what + "\n--- text of " + text.length() + " characters\n" + text + "\n--- end of text", causeOrNull);
    }
}
