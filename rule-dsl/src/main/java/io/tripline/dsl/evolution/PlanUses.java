package io.tripline.dsl.evolution;

import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TablePlan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.schema.EventSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one declaration uses.
 *
 * @param names of event types, views, tables and lists
 * @param fields of these, as {@link #key} writes them
 */
record PlanUses(Set<String> names, Set<String> fields) {

    private PlanUses() {
        this(new HashSet<>(), new HashSet<>());
    }

    /** A field of an event type, view or table. */
    static String key(String owner, int field) {
        return owner + " " + field;
    }

    static PlanUses of(RulePlan rule) {
        PlanUses uses = new PlanUses();
        uses.key(rule.key());
        List<String> stepEvents = new ArrayList<>();
        if (rule.trigger() instanceof TriggerPlan.OnEvent on) {
            stepEvents.add(on.step().event());
            uses.step(on.step(), stepEvents);
            String event = on.step().event();
            on.when().ifPresent(when -> uses.expression(when, event, stepEvents));
            rule.features().forEach(feature -> uses.feature(feature, event, stepEvents));
            rule.actions().forEach(action -> uses.action(action, event, stepEvents));
            return uses;
        }
        TriggerPlan.Match match = (TriggerPlan.Match) rule.trigger();
        collectSteps(match.pattern(), stepEvents);
        uses.pattern(match.pattern(), stepEvents);
        match.withouts().forEach(without -> uses.filter(without.forbidden(), stepEvents));
        match.deadline().ifPresent(deadline -> deadline.forbidden().forEach(filter -> uses.filter(filter, stepEvents)));
        // Which step a window is looked at in is not said: a value of its own key may be a field of any of them.
        rule.features()
                .forEach(feature ->
                        stepEvents.stream().distinct().forEach(event -> uses.feature(feature, event, stepEvents)));
        rule.actions().forEach(action -> uses.action(action, "", stepEvents));
        return uses;
    }

    static PlanUses of(ViewPlan view) {
        PlanUses uses = new PlanUses();
        String source = view.source().event();
        uses.filter(view.source(), List.of());
        view.groups().forEach(group -> uses.expression(group.value(), source, List.of()));
        view.aggregates()
                .forEach(aggregate ->
                        aggregate.argument().ifPresent(argument -> uses.expression(argument, source, List.of())));
        view.columns().forEach(column -> uses.expression(column.value(), source, List.of()));
        view.having().ifPresent(having -> uses.expression(having, source, List.of()));
        return uses;
    }

    static PlanUses of(DecisionPlan decision) {
        PlanUses uses = new PlanUses();
        uses.names.add(decision.event());
        uses.key(decision.key());
        decision.branches().forEach(branch -> uses.expression(branch.condition(), decision.event(), List.of()));
        decision.features().forEach(feature -> uses.feature(feature, decision.event(), List.of()));
        return uses;
    }

    static PlanUses of(TablePlan table, List<EventSchema> events) {
        PlanUses uses = new PlanUses();
        for (EventSchema event : events) {
            if (table.feeds().contains(event.name())) {
                uses.names.add(event.name());
                table.fields().forEach(field -> event.field(field.name())
                        .ifPresent(source -> uses.fields.add(key(event.name(), source.index()))));
            }
        }
        return uses;
    }

    private void key(KeyPlan key) {
        key.fieldsByEvent().forEach((event, indexes) -> {
            names.add(event);
            indexes.forEach(field -> fields.add(key(event, field)));
        });
    }

    private static void collectSteps(PatternPlan pattern, List<String> events) {
        if (pattern instanceof PatternPlan.Step step) {
            events.add(step.event());
        } else {
            children(pattern).forEach(child -> collectSteps(child, events));
        }
    }

    private static List<PatternPlan> children(PatternPlan pattern) {
        if (pattern instanceof PatternPlan.Repeat repeat) {
            return List.of(repeat.body());
        } else if (pattern instanceof PatternPlan.Sequence sequence) {
            return sequence.parts().stream().map(PatternPlan.Part::body).toList();
        } else if (pattern instanceof PatternPlan.Alternatives alternatives) {
            return alternatives.options();
        }
        return pattern instanceof PatternPlan.AnyOrder anyOrder ? anyOrder.members() : List.of();
    }

    private void pattern(PatternPlan pattern, List<String> stepEvents) {
        if (pattern instanceof PatternPlan.Step step) {
            step(step, stepEvents);
        } else if (pattern instanceof PatternPlan.Repeat repeat) {
            repeat.until().forEach((event, until) -> expression(until, event, stepEvents));
        } else if (pattern instanceof PatternPlan.Sequence sequence) {
            sequence.parts().forEach(part -> part.absences()
                    .forEach(absence -> absence.forbidden().forEach(filter -> filter(filter, stepEvents))));
        }
        children(pattern).forEach(child -> pattern(child, stepEvents));
    }

    private void step(PatternPlan.Step step, List<String> stepEvents) {
        names.add(step.event());
        step.condition().ifPresent(condition -> expression(condition, step.event(), stepEvents));
    }

    private void filter(EventFilter filter, List<String> stepEvents) {
        names.add(filter.event());
        filter.condition().ifPresent(condition -> expression(condition, filter.event(), stepEvents));
    }

    private void feature(FeaturePlan feature, String event, List<String> stepEvents) {
        String source = feature.source().event();
        filter(feature.source(), stepEvents);
        feature.argument().ifPresent(argument -> expression(argument, source, stepEvents));
        feature.ownKey().ifPresent(key -> key.parts().forEach(part -> {
            fields.add(key(source, part.field()));
            expression(part.value(), event, stepEvents);
        }));
    }

    private void action(ActionPlan action, String event, List<String> stepEvents) {
        if (action instanceof ActionPlan.Alert alert) {
            alert.message().stream()
                    .filter(ActionPlan.MessagePart.Value.class::isInstance)
                    .forEach(part -> expression(((ActionPlan.MessagePart.Value) part).expression(), event, stepEvents));
        } else if (action instanceof ActionPlan.Emit emit) {
            names.add(emit.event());
            emit.values().forEach(value -> {
                fields.add(key(emit.event(), value.field()));
                expression(value.value(), event, stepEvents);
            });
        } else if (action instanceof ActionPlan.AddToList add) {
            names.add(add.list());
            expression(add.value(), event, stepEvents);
        } else if (action instanceof ActionPlan.RemoveFromList remove) {
            names.add(remove.list());
            expression(remove.value(), event, stepEvents);
        } else if (action instanceof ActionPlan.Score score) {
            expression(score.points(), event, stepEvents);
        }
    }

    /** @param event whose fields are the current ones */
    private void expression(ExpressionPlan expression, String event, List<String> stepEvents) {
        if (expression instanceof ExpressionPlan.CurrentField field) {
            fields.add(key(event, field.field()));
        } else if (expression instanceof ExpressionPlan.StepField field) {
            fields.add(key(stepEvents.get(field.step()), field.field()));
        } else if (expression instanceof ExpressionPlan.PreviousStepField field) {
            fields.add(key(stepEvents.get(field.step()), field.field()));
        } else if (expression instanceof ExpressionPlan.TableField field) {
            names.add(field.table());
            fields.add(key(field.table(), field.field()));
        } else if (expression instanceof ExpressionPlan.OnList list) {
            names.add(list.list());
        }
        String inside =
                expression instanceof ExpressionPlan.StepAggregate aggregate ? stepEvents.get(aggregate.step()) : event;
        expression.operands().forEach(operand -> expression(operand, inside, stepEvents));
    }
}
