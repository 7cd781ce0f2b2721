package io.tripline.engine.ruletest;

import io.tripline.dsl.plan.TestPlan;
import java.util.List;

/**
 * How a test went.
 *
 * @param findings what differs from what is expected, or why it cannot be run; none when it passed
 */
public record TestResult(TestPlan test, Status status, List<String> findings) {

    public enum Status {
        PASSED,
        FAILED,
        /** It needs what this engine cannot run. */
        NOT_RUN
    }

    public TestResult {
        findings = List.copyOf(findings);
    }

    static TestResult of(TestPlan test, List<String> differences) {
        return new TestResult(test, differences.isEmpty() ? Status.PASSED : Status.FAILED, differences);
    }

    static TestResult notRun(TestPlan test, String why) {
        return new TestResult(test, Status.NOT_RUN, List.of(why));
    }
}
