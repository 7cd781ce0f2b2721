package io.tripline.perf.engine;

import io.tripline.perf.engine.ManyRules.Sharing;
import java.util.ArrayList;
import java.util.List;

/** All workloads of one thread over payments. */
final class Workloads {

    private Workloads() {}

    static List<Workload> all() {
        List<Workload> all = new ArrayList<>(List.of(
                new Filter(),
                new Sequence(),
                new DistinctCountries(),
                new SumAndCount(),
                new Absence(),
                new RunningAverage()));
        for (int steps : new int[] {3, 6, 12, 24}) {
            for (int window : new int[] {100, 1_000, 10_000}) {
                all.add(new AnyCombination(steps, window));
            }
        }
        for (Sharing sharing : Sharing.values()) {
            for (int rules : new int[] {1, 10, 100, 1_000, 10_000}) {
                all.add(new ManyRules(sharing, rules));
            }
        }
        return all;
    }

    /** Those whose id is the name or begins with the name and a hyphen. */
    static List<Workload> named(String name) {
        return all().stream()
                .filter(workload -> workload.id().equalsIgnoreCase(name)
                        || workload.id()
                                .toLowerCase(java.util.Locale.ROOT)
                                .startsWith(name.toLowerCase(java.util.Locale.ROOT) + "-"))
                .toList();
    }
}
