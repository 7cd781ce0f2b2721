package io.tripline.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A node with all that may go wrong around it, in one thread; {@code perf/run simulate} runs many more. */
class SimulationTest {

    private static final int SEEDS = 12;

    @Test
    void whateverGoesWrongThePromisesAreKept() {
        long first = System.nanoTime();
        System.out.println("seeds from " + first);
        int acknowledged = 0;
        int deaths = 0;
        int alerts = 0;
        for (long seed = first; seed < first + SEEDS; seed++) {
            Simulation.Report report = Simulation.run(seed);
            acknowledged += report.acknowledged();
            deaths += report.deaths();
            alerts += report.alerts();
        }
        assertThat(acknowledged).isGreaterThan(100 * SEEDS);
        assertThat(deaths).isGreaterThan(10 * SEEDS);
        assertThat(alerts).isGreaterThan(50 * SEEDS);
    }

    @Test
    void oneSeedIsOneRun() {
        assertThat(Simulation.run(4711)).isEqualTo(Simulation.run(4711));
    }
}
