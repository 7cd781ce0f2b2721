package io.tripline.perf.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * A process that measures one engine with one workload. Prints a line {@code result …} with tabs: events, median
 * nanoseconds of a run, least, most, median nanoseconds of deploying, the answers, whether they are right, a remark.
 */
public final class EngineProcess {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private EngineProcess() {}

    /** Arguments: class of the contender, id of the workload, events (0: the workload's own), warm-up runs, runs. */
    public static void main(String[] args) throws Exception {
        Contender contender = Class.forName(args[0])
                .asSubclass(Contender.class)
                .getDeclaredConstructor()
                .newInstance();
        Workload workload = Workloads.named(args[1]).get(0);
        Payments.Shape usual = workload.shape();
        int count = Integer.parseInt(args[2]) == 0 ? usual.count() : Integer.parseInt(args[2]);
        Payments payments =
                Payments.generate(new Payments.Shape(count, usual.accounts(), usual.merchants(), usual.perSecond()), 1);
        int warmUp = Integer.parseInt(args[3]);
        int runs = Integer.parseInt(args[4]);

        Contender.Opened opened = contender.open(workload, payments);
        if (opened.session().isEmpty()) {
            System.out.println("result\t" + contender.name() + "\t-\t" + opened.remark());
            return;
        }
        Contender.Session session = opened.session().get();
        Answers expected = workload.expected(payments, session.reading());
        long[] deployNanos = new long[runs];
        long[] runNanos = new long[runs];
        long[] processorNanos = new long[runs];
        boolean right = true;
        Answers answers = expected;
        for (int run = -warmUp; run < runs; run++) {
            long start = System.nanoTime();
            session.deploy();
            long deployed = System.nanoTime();
            long before = THREADS.getCurrentThreadCpuTime();
            answers = session.run();
            long end = System.nanoTime();
            long processor = THREADS.getCurrentThreadCpuTime() - before;
            right &= answers.same(expected);
            if (run >= 0) {
                deployNanos[run] = deployed - start;
                processorNanos[run] = processor;
                runNanos[run] = end - Math.max(deployed, session.firstPaymentNanos());
            }
        }
        Arrays.sort(deployNanos);
        Arrays.sort(runNanos);
        Arrays.sort(processorNanos);
        System.out.println(String.join(
                "\t",
                "result",
                contender.name(),
                "" + count,
                "" + runNanos[runs / 2],
                "" + runNanos[0],
                "" + runNanos[runs - 1],
                "" + deployNanos[runs / 2],
                answers.toString(),
                right ? "right" : "WRONG, expected " + expected,
                "" + processorNanos[runs / 2],
                session.reading() == Reading.AFRESH ? opened.remark() : "every start. " + opened.remark()));
    }
}
