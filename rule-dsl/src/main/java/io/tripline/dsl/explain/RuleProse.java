package io.tripline.dsl.explain;

import io.tripline.dsl.plan.ActionPlan;
import io.tripline.dsl.plan.ActionPlan.MessagePart;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PlanCost;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TriggerPlan;
import io.tripline.dsl.plan.TriggerPlan.AfterMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One rule in plain English. */
public final class RuleProse {

    private final RulePlan rule;
    private final List<String> lines = new ArrayList<>();
    private final ExpressionProse expressions;
    private final String event;

    private RuleProse(RulePlan rule, RuleSetPlan rules) {
        this.rule = rule;
        List<PatternPlan.Step> steps = PatternSteps.of(rule.trigger());
        this.event =
                rule.trigger() instanceof TriggerPlan.OnEvent on ? on.step().event() : "";
        this.expressions = new ExpressionProse(new FieldNames(rules, steps, rule.key()), rule.features(), event);
    }

    /**
     * The rule, sentence by sentence, for a terminal or a page of plain text.
     *
     * @param rules the set it stands in
     */
    public static String of(RulePlan rule, RuleSetPlan rules) {
        return new RuleProse(rule, rules).text();
    }

    private String text() {
        lines.add(rule.title() + " (" + rule.name() + ", severity "
                + rule.severity().name().toLowerCase(Locale.ROOT) + ")");
        lines.add("");
        if (rule.trigger() instanceof TriggerPlan.OnEvent on) {
            on(on);
        } else {
            match((TriggerPlan.Match) rule.trigger());
        }
        rule.actions().forEach(action -> lines.add("It " + action(action) + "."));
        rule.oncePerNanos()
                .ifPresent(nanos -> lines.add(
                        "Then it is silent for " + DurationWords.of(nanos) + keyed(" for the same ", "") + "."));
        cost();
        return String.join("\n", lines) + "\n";
    }

    private String keyed(String before, String otherwise) {
        List<String> parts =
                rule.key().parts().stream().map(part -> part.name()).toList();
        return parts.isEmpty() ? otherwise : before + String.join(" and ", parts);
    }

    private void on(TriggerPlan.OnEvent on) {
        String what = "For every " + (on.late() ? "late " : "") + on.step().event();
        what += on.step()
                .condition()
                .map(condition -> " where " + expressions.condition(condition))
                .orElse("");
        List<ExpressionPlan> conditions = on.when()
                .map(when -> when instanceof ExpressionPlan.And and ? and.conditions() : List.of(when))
                .orElse(List.of());
        lines.add(what + (conditions.isEmpty() ? ", the rule fires." : ", the rule fires if"));
        for (int i = 0; i < conditions.size(); i++) {
            String end = i == conditions.size() - 1 ? "." : ", and";
            lines.add("  - " + expressions.condition(conditions.get(i)) + end);
        }
        boolean keyed =
                rule.features().stream().anyMatch(feature -> feature.ownKey().isEmpty());
        if (keyed && !rule.key().parts().isEmpty()) {
            lines.add("Its windows hold the events" + keyed(" of the same ", "") + ".");
        }
    }

    private void match(TriggerPlan.Match match) {
        String within = match.withinNanos().isPresent()
                ? ", within " + DurationWords.of(match.withinNanos().getAsLong())
                : "";
        lines.add(keyed("For each ", "In all events") + within + ", the rule looks for:");
        PatternProse patterns = new PatternProse(expressions);
        patterns.say(match.pattern()).forEach(line -> lines.add("  " + line));
        match.withouts()
                .forEach(without -> lines.add("  without " + patterns.forbidden(List.of(without.forbidden()))
                        + " between " + expressions.names().step(without.from()) + " and "
                        + expressions.names().step(without.to())));
        match.deadline()
                .ifPresent(deadline -> lines.add("  and then no " + patterns.forbidden(deadline.forbidden())
                        + " within " + DurationWords.of(deadline.withinNanos())
                        + "; it fires when that time has passed"));
        lines.add(afterMatch(match.afterMatch()));
        if (match.waits()) {
            lines.add("It waits until no late event can change the match any more.");
        }
    }

    private String afterMatch(AfterMatch afterMatch) {
        if (afterMatch instanceof AfterMatch.Overlapping) {
            return "Every event that can start a match may lead to one, though they overlap.";
        } else if (afterMatch instanceof AfterMatch.SkipTo skip) {
            return "After a match it goes on from the " + (skip.last() ? "last " : "first ")
                    + expressions.names().step(skip.step()) + ".";
        }
        return "After a match it starts afresh behind the last event.";
    }

    private String action(ActionPlan action) {
        if (action instanceof ActionPlan.Alert alert) {
            return "raises an alert: \"" + message(alert.message()) + "\"";
        } else if (action instanceof ActionPlan.Emit emit) {
            String values = emit.values().stream()
                    .map(value -> expressions.names().field(emit.event(), value.field()) + " = "
                            + expressions.say(value.value()))
                    .collect(Collectors.joining(", "));
            return "makes an event " + emit.event() + (values.isEmpty() ? "" : " with " + values);
        } else if (action instanceof ActionPlan.AddToList add) {
            String time = add.forNanos().isPresent()
                    ? " for " + DurationWords.of(add.forNanos().getAsLong())
                    : "";
            return "puts " + expressions.say(add.value()) + " on the list " + add.list() + time;
        } else if (action instanceof ActionPlan.RemoveFromList remove) {
            return "takes " + expressions.say(remove.value()) + " off the list " + remove.list();
        }
        return "scores " + expressions.say(((ActionPlan.Score) action).points());
    }

    private String message(List<MessagePart> parts) {
        StringBuilder text = new StringBuilder();
        for (MessagePart part : parts) {
            if (part instanceof MessagePart.Text literal) {
                text.append(literal.text());
            } else {
                ExpressionPlan value = ((MessagePart.Value) part).expression();
                text.append('{').append(expressions.say(value)).append('}');
            }
        }
        return text.toString();
    }

    private void cost() {
        List<String> kept = rule.cost().parts().stream().map(this::kept).toList();
        if (!kept.isEmpty()) {
            lines.add("");
            lines.add(keyed("For each ", "In all") + " it can keep:");
            kept.forEach(line -> lines.add("  - " + line));
        }
    }

    private String kept(PlanCost.Part part) {
        return new CostProse(rule, new FeatureProse(expressions)).say(part);
    }
}
