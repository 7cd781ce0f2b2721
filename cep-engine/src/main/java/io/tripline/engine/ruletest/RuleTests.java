package io.tripline.engine.ruletest;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TestPlan;
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
        RuleSetPlan needed = NeededRules.of(test.subject(), rules);
        Map<SourceSpan, String> unsupported = UnsupportedConstructs.in(needed);
        if (!unsupported.isEmpty()) {
            return TestResult.notRun(
                    test,
                    "this engine cannot run " + unsupported.values().iterator().next());
        }
        RuleSetPlan relaxed = new RuleSetPlan(
                GivenEvents.relaxed(needed.events()),
                needed.tables(),
                needed.lists(),
                needed.views(),
                needed.rules(),
                needed.decisions(),
                List.of());
        List<KeyPlan.Part> key = needed.rules().stream()
                .filter(rule -> rule.name().equals(test.subject()))
                .flatMap(rule -> rule.key().parts().stream())
                .toList();
        return TestResult.of(test, new Comparison(test, key).differences(new TestRun(relaxed, test).results()));
    }
}
