package io.tripline.engine.ruletest;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TestPlan;
import io.tripline.dsl.plan.TestPlan.GivenEvent;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.engine.program.UnsupportedConstructs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the tests of a rule set. A pure function; each test has an engine of its own and none can disturb another. */
public final class RuleTests {

    private RuleTests() {}

    /** The results in the order of the tests. */
    public static List<TestResult> run(RuleSetPlan rules) {
        return rules.tests().stream().map(test -> run(test, rules)).toList();
    }

    private static TestResult run(TestPlan test, RuleSetPlan rules) {
        Optional<RulePlan> subject = rules.rules().stream()
                .filter(rule -> rule.name().equals(test.subject()))
                .findFirst();
        if (subject.isEmpty()) {
            return TestResult.notRun(test, "this engine runs tests of rules only");
        }
        if (!test.inputs().stream().allMatch(GivenEvent.class::isInstance)) {
            return TestResult.notRun(test, "this engine has no tables and lists");
        }
        boolean declared = rules.events().stream()
                .map(EventSchema::name)
                .toList()
                .containsAll(subject.get().key().fieldsByEvent().keySet());
        if (!declared) {
            return TestResult.notRun(test, "this engine has no views, whose rows the rule looks at");
        }
        RuleSetPlan needed = new RuleSetPlan(
                GivenEvents.relaxed(rules.events()),
                List.of(),
                List.of(),
                List.of(),
                List.of(subject.get()),
                List.of(),
                List.of());
        Map<SourceSpan, String> unsupported = UnsupportedConstructs.in(needed);
        if (!unsupported.isEmpty()) {
            return TestResult.notRun(
                    test,
                    "this engine cannot run " + unsupported.values().iterator().next());
        }
        return TestResult.of(
                test, new AlertComparison(subject.get()).differences(test, new TestRun(needed).alerts(test)));
    }
}
