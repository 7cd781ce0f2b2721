package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is due is what a look at every rule finds. */
class DueRulesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 8, 9, 100})
    void rulesAreFoundInTheirOrder(int rules) {
        SplittableRandom random = new SplittableRandom(rules);
        DueRules due = new DueRules(rules);
        long[] times = new long[rules];
        Arrays.fill(times, Long.MAX_VALUE);
        for (int round = 0; round < 200; round++) {
            for (int i = 0; i < rules / 3 + 1 && rules > 0; i++) {
                int rule = random.nextInt(rules);
                times[rule] = random.nextInt(3) == 0 ? Long.MAX_VALUE : random.nextInt(20);
                due.set(rule, times[rule]);
            }
            long before = random.nextInt(22);
            List<Integer> expected = new ArrayList<>();
            for (int rule = 0; rule < rules; rule++) {
                if (times[rule] < before) {
                    expected.add(rule);
                }
            }
            List<Integer> found = new ArrayList<>();
            for (int rule = due.next(0, before); rule != DueRules.NONE; rule = due.next(rule + 1, before)) {
                found.add(rule);
            }
            assertThat(found).isEqualTo(expected);
        }
    }
}
