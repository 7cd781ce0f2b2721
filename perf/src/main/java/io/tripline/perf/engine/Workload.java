package io.tripline.perf.engine;

/** A rule set, a stream and what the one must find in the other. */
public interface Workload {

    /** As in the command line: {@code W2}. */
    String id();

    String title();

    /** The stream when nobody asks for another length. */
    Payments.Shape shape();

    /** The rules as Tripline reads them, event types included. */
    String rules();

    /** Worked out plainly, without any engine. */
    Answers expected(Payments payments, Reading reading);
}
