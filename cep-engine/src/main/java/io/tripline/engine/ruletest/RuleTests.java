package io.tripline.engine.ruletest;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TestPlan;
import io.tripline.dsl.plan.TestPlan.GivenEvent;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.engine.program.UnsupportedConstructs;
import java.util.List;
import java.util.Map;

/** Runs the tests of a rule set. A pure function; each test has an engine of its own and none can disturb another. */
public final class RuleTests {

    private RuleTests() {}

    /** The results in the order of the tests. */
    public static List<TestResult> run(RuleSetPlan rules) {
        return rules.tests().stream().map(test -> run(test, rules)).toList();
    }

    private static TestResult run(TestPlan test, RuleSetPlan rules) {
        List<RulePlan> subjects = rules.rules().stream()
                .filter(rule -> rule.name().equals(test.subject()))
                .toList();
        List<ViewPlan> views = rules.views().stream()
                .filter(view -> view.name().equals(test.subject()))
                .toList();
        if (subjects.isEmpty() && views.isEmpty()) {
            return TestResult.notRun(test, "this engine runs tests of rules and views only");
        }
        if (!test.inputs().stream().allMatch(GivenEvent.class::isInstance)) {
            return TestResult.notRun(test, "this engine has no tables and lists");
        }
        RuleSetPlan needed = new RuleSetPlan(
                GivenEvents.relaxed(rules.events()), List.of(), List.of(), views, subjects, List.of(), List.of());
        Map<SourceSpan, String> unsupported = UnsupportedConstructs.in(needed);
        if (!unsupported.isEmpty()) {
            return TestResult.notRun(
                    test,
                    "this engine cannot run " + unsupported.values().iterator().next());
        }
        TestRun run = new TestRun(needed);
        run.run(test);
        List<String> differences = views.isEmpty()
                ? new AlertComparison(subjects.get(0)).differences(test, run.alerts())
                : new EventComparison("row").differences(test, run.rows());
        return TestResult.of(test, differences);
    }
}
