package io.tripline.perf.engine;

/** The plain calculation itself, as a mark: a program for one rule over the columns, without any engine. */
public final class HandWritten implements Contender {

    @Override
    public String name() {
        return "plain calculation";
    }

    @Override
    public Opened open(Workload workload, Payments payments) {
        return Opened.runs(new Session() {
            @Override
            public Reading reading() {
                return Reading.AFRESH;
            }

            @Override
            public void deploy() {
                // There is nothing but the program.
            }

            @Override
            public Answers run() {
                return workload.expected(payments, Reading.AFRESH);
            }
        });
    }
}
