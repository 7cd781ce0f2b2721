package io.tripline.dsl.plan;

import io.tripline.dsl.schema.EventSchema;
import java.util.List;

/**
 * Everything a set of rule files says. Names are unique over all kinds; each list is ordered by name, but the tests,
 * which stand in the order of the files.
 *
 * @param events the declared types, without the rows of views
 */
public record RuleSetPlan(
        List<EventSchema> events,
        List<TablePlan> tables,
        List<ListPlan> lists,
        List<ViewPlan> views,
        List<RulePlan> rules,
        List<DecisionPlan> decisions,
        List<TestPlan> tests) {

    public static final RuleSetPlan EMPTY =
            new RuleSetPlan(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public RuleSetPlan {
        events = List.copyOf(events);
        tables = List.copyOf(tables);
        lists = List.copyOf(lists);
        views = List.copyOf(views);
        rules = List.copyOf(rules);
        decisions = List.copyOf(decisions);
        tests = List.copyOf(tests);
    }

    /** The same set with other rules. */
    public RuleSetPlan withRules(List<RulePlan> others) {
        return new RuleSetPlan(events, tables, lists, views, others, decisions, tests);
    }
}
