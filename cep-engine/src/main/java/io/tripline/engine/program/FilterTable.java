package io.tripline.engine.program;

import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.And;
import io.tripline.dsl.plan.PatternPlan.Absence;
import io.tripline.engine.expression.ExpressionCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filters of a rule, and its conditions sorted by whether the event alone decides them. */
final class FilterTable {

    /** The parts of a condition. */
    record Sorted(ExpressionPlan own, ExpressionPlan joined) {

        static Sorted of(Optional<ExpressionPlan> condition) {
            List<ExpressionPlan> own = new ArrayList<>();
            List<ExpressionPlan> joined = new ArrayList<>();
            condition.ifPresent(plan -> sort(plan, own, joined));
            return new Sorted(new And(own), new And(joined));
        }

        private static void sort(ExpressionPlan condition, List<ExpressionPlan> own, List<ExpressionPlan> joined) {
            if (condition instanceof And and) {
                and.conditions().forEach(part -> sort(part, own, joined));
            } else if (ExpressionCompiler.seesOwnEventOnly(condition)) {
                own.add(condition);
            } else {
                joined.add(condition);
            }
        }
    }

    private final ExpressionCompiler expressions;
    private final List<Filter> filters = new ArrayList<>();

    FilterTable(ExpressionCompiler expressions) {
        this.expressions = expressions;
    }

    Filter add(EventFilter plan) {
        Sorted parts = Sorted.of(plan.condition());
        Filter filter = new Filter(
                filters.size(),
                plan.event(),
                plan.condition(),
                expressions.condition(parts.own()),
                expressions.condition(parts.joined()));
        filters.add(filter);
        return filter;
    }

    Ban ban(List<EventFilter> forbidden, long forNanos) {
        return new Ban(forbidden.stream().map(this::add).toList(), forNanos);
    }

    List<Ban> bans(List<Absence> absences) {
        return absences.stream()
                .map(absence -> ban(absence.forbidden(), absence.forNanos().orElse(Program.UNBOUNDED)))
                .toList();
    }

    /** By number. */
    List<Filter> filters() {
        return filters;
    }
}
