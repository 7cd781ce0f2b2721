package io.tripline.perf.engine;

import com.sun.management.ThreadMXBean;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.Partition;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.host.RunnableRules;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the engine keeps for a key, and what it allocates for an event that concerns nobody. Prints {@code result …}. */
final class MemoryProcess {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int BATCH = 1_000;

    private final EventCatalog catalog;
    private final EventLayout layout;
    private final Engine engine = new Engine(Partition.ALL, EngineLimits.DEFAULT);
    private final EventWriter writer = new EventWriter(1 << 20);
    private final Event event = new Event();
    private long sequence;

    private MemoryProcess(List<Workload> workloads) {
        List<SourceFile> files = new ArrayList<>();
        for (int i = 0; i < workloads.size(); i++) {
            String rules = workloads.get(i).rules().replace("rule r0", "rule r" + i);
            files.add(new SourceFile("w" + i, i == 0 ? rules : rules.substring(rules.indexOf("rule "))));
        }
        RuleSetPlan plan = RunnableRules.compile(files).plan().orElseThrow();
        catalog = new EventCatalog(1, plan.events());
        layout = catalog.layoutOrNull("Payment");
        engine.rulesChanged(0, catalog, plan, outcome -> {});
    }

    /** Argument: W7 or W12. */
    public static void main(String[] args) {
        System.out.println("result\t" + (args[0].equalsIgnoreCase("W7") ? idleKeys() : allocation()));
    }

    /** One payment by each of many accounts: one step of a sequence taken, one entry in a window. */
    private static String idleKeys() {
        StringBuilder text = new StringBuilder();
        for (Workload workload : List.of(new Sequence(), new DistinctCountries(), new SumAndCount())) {
            for (int keys : new int[] {10_000, 100_000, 1_000_000}) {
                MemoryProcess process = new MemoryProcess(List.of(workload));
                long before = usedBytes();
                long start = System.nanoTime();
                for (int key = 0; key < keys; key += BATCH) {
                    process.payments("k" + key, 100);
                }
                long nanos = System.nanoTime() - start;
                long bytes = usedBytes() - before;
                // Asked afterwards, so that the engine is still there when its bytes are counted.
                if (process.engine.statistics().keys() != keys) {
                    throw new IllegalStateException("keys: " + process.engine.statistics());
                }
                text.append(String.format(
                        Locale.ROOT,
                        "%s, %,d keys: %.0f bytes a key, %.2f M new keys/s; ",
                        workload.id(),
                        keys,
                        (double) bytes / keys,
                        keys * 1e3 / nanos));
            }
        }
        return text.toString();
    }

    /** Payments of a middling amount, which no rule of W1, W2, W4 and W5 (those that run) looks at. */
    private static String allocation() {
        List<Workload> workloads = new ArrayList<>(List.of(new Filter(), new Sequence(), new RunningAverage()));
        if (new Tripline()
                .open(new Absence(), Payments.generate(new Payments.Shape(1, 1, 1, 1), 1))
                .session()
                .isPresent()) {
            workloads.add(new Absence());
        }
        MemoryProcess process = new MemoryProcess(workloads);
        process.write("k", 10_000);
        byte[] events = process.writer.toByteArray();
        long counted = 0;
        long bytes = 0;
        for (int round = 0; round < 600; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            process.send(events);
            if (round >= 100) {
                bytes += THREADS.getCurrentThreadAllocatedBytes() - before;
                counted += BATCH;
            }
        }
        return String.format(
                Locale.ROOT,
                "%s: %,d bytes for %,d events that match nothing",
                workloads.stream().map(Workload::id).toList(),
                bytes,
                counted);
    }

    private void payments(String account, int cents) {
        write(account, cents);
        send(writer.array(), writer.length());
    }

    private void write(String account, int cents) {
        writer.clear();
        for (int i = 0; i < BATCH; i++) {
            writer.begin(layout);
            writer.putText(layout.fieldOrNull("account").index(), account + "-" + i);
            writer.putText(layout.fieldOrNull("merchant").index(), "m1");
            writer.putText(layout.fieldOrNull("country").index(), "c1");
            writer.putDecimal(layout.fieldOrNull("amount").index(), Decimals.pack(cents, 2));
            writer.putLong(layout.fieldOrNull("at").index(), Payments.START_MILLIS * NANOS_PER_MILLI);
            writer.end();
        }
    }

    private void send(byte[] events) {
        send(events, events.length);
    }

    private void send(byte[] events, int length) {
        for (int start = 0; start < length; start += Event.lengthAt(events, start)) {
            sequence++;
            event.wrap(catalog, events, start, sequence, 0);
            engine.eventArrived(event, outcome -> {});
        }
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
