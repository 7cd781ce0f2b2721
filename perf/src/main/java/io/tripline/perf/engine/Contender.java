package io.tripline.perf.engine;

import java.util.Optional;

/** An engine that is measured. Has a public constructor without parameters. */
public interface Contender {

    /** With its version. */
    String name();

    /** Payments in the engine's own form and rules that it has understood, or why it cannot run the workload. */
    Opened open(Workload workload, Payments payments) throws Exception;

    /**
     * What {@link #open} gave.
     *
     * @param session present unless the engine cannot run the workload
     * @param remark why it cannot, or how its answers are to be read; empty when there is nothing to say
     */
    record Opened(Optional<Session> session, String remark) {

        public static Opened runs(Session session) {
            return new Opened(Optional.of(session), "");
        }

        public static Opened not(String why) {
            return new Opened(Optional.empty(), why);
        }
    }

    /** Used by one thread. */
    interface Session {

        Reading reading();

        /** A fresh engine with the rules. */
        void deploy() throws Exception;

        /** All payments, in order, through the engine deployed last. */
        Answers run() throws Exception;

        /**
         * When the first payment of the last run went in, by {@link System#nanoTime}, where an engine takes its time to
         * get going; 0 where it does not.
         */
        default long firstPaymentNanos() {
            return 0;
        }
    }
}
