package io.tripline.perf.fault;

import io.tripline.engine.host.Simulation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** P19: the node's handlers with clients, disk, outbox and receiver in one thread, and a die that decides what happens. */
@Command(
        name = "simulate",
        description = "Clients, a failing disk, crashes and a lossy receiver in one thread, by seed.")
public final class SimulateCommand implements Callable<Integer> {

    @Option(names = "--seeds", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
    private long seeds;

    @Option(names = "--seed", description = "the first (default: the clock)")
    private Long first;

    @Override
    public Integer call() {
        long from = first == null ? System.nanoTime() : first;
        System.out.printf("%,d seeds from --seed %d%n", seeds, from);
        long batches = 0;
        long acknowledged = 0;
        long deaths = 0;
        long alerts = 0;
        long requests = 0;
        int failures = 0;
        for (long seed = from; seed < from + seeds; seed++) {
            try {
                Simulation.Report report = Simulation.run(seed);
                batches += report.batches();
                acknowledged += report.acknowledged();
                deaths += report.deaths();
                alerts += report.alerts();
                requests += report.requests();
            } catch (AssertionError e) {
                failures++;
                System.out.println(e.getMessage());
            }
        }
        System.out.printf(
                "%,d batches posted, %,d acknowledged, %,d deaths, %,d alerts, %,d requests: failures %d%n",
                batches, acknowledged, deaths, alerts, requests, failures);
        return failures == 0 ? 0 : 1;
    }
}
