package io.tripline.engine.core;

import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.ProgramCompiler;
import io.tripline.engine.table.ReferenceData;
import io.tripline.engine.window.Feature;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a changed rule can go on with. */
public final class RuleContinuity {

    private static final long CENTURY_NANOS = 100L * 365 * 86_400 * 1_000_000_000L;

    private final RuleSetPlan plan;
    private final Coupling coupling = new Coupling();

    /** Of rules of that rule set. */
    public RuleContinuity(RuleSetPlan plan) {
        this.plan = plan;
        coupling.declare(plan);
    }

    /**
     * Whether what a version knows is what the next one would know: they may differ in words, severity, tags, and in the
     * values of what they do, and in nothing else. Absences and {@code final} are told later than their matches are
     * complete, so such a rule cannot change its words in between.
     */
    public static boolean keepsState(RulePlan before, RulePlan after) {
        return before.key().equals(after.key())
                && before.trigger().equals(after.trigger())
                && before.features().equals(after.features())
                && before.oncePerNanos().equals(after.oncePerNanos())
                && kinds(before).equals(kinds(after))
                && looksUp(before) == looksUp(after)
                && !looksUp(after)
                && !compiled(after).isDelayed();
    }

    private static List<Class<?>> kinds(RulePlan rule) {
        return rule.actions().stream().<Class<?>>map(ActionPlan::getClass).toList();
    }

    private static boolean looksUp(RulePlan rule) {
        return !RuleTies.of(rule).lookedUp().isEmpty();
    }

    private static Program compiled(RulePlan rule) {
        return ProgramCompiler.compile(rule, new ReferenceData());
    }

    /** Why the rule cannot be made to know the past; empty when it can. */
    public Optional<String> obstacle(RulePlan rule) {
        if (coupling.couples(RuleTies.of(rule))) {
            return Optional.of("it acts on other rules, or they on it");
        } else if (looksUp(rule)) {
            return Optional.of("it looks up lists or tables, whose past is not kept");
        }
        return Optional.empty();
    }

    /** Whether the rule decides each event by itself, so that there is nothing to know. */
    public boolean knowsNothing(RulePlan rule) {
        if (obstacle(rule).isPresent()) {
            return false;
        }
        Program program = compiled(rule);
        return program.matchesSingleEvents()
                && program.features().length == 0
                && rule.oncePerNanos().isEmpty();
    }

    /** How far back in event time the rule looks, lateness included; empty when nothing bounds it. */
    public OptionalLong reachNanos(RulePlan rule) {
        Program program = compiled(rule);
        boolean unbounded = !program.matchesSingleEvents() && program.withinNanos() == Program.UNBOUNDED;
        long reach = ActiveRule.reach(program);
        for (Feature feature : program.features()) {
            unbounded |= feature.reachNanos() > CENTURY_NANOS;
        }
        if (unbounded || reach > CENTURY_NANOS) {
            return OptionalLong.empty();
        }
        long lateAfter = plan.events().stream()
                .mapToLong(event -> event.lateAfterNanos())
                .max()
                .orElse(0);
        return OptionalLong.of(reach + Math.min(lateAfter, CENTURY_NANOS));
    }
}
