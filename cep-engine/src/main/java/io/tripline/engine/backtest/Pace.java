package io.tripline.engine.backtest;

/** How fast a run may go. It is asked again and again by the thread that runs, and may make it wait. */
@FunctionalInterface
public interface Pace {

    /** As fast as the machine can. */
    Pace FREE = () -> {};

    /** Returns when the run may go on. */
    void step() throws InterruptedException;
}
