package io.tripline.dsl.explain;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.EventFilter;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Absence;
import io.tripline.dsl.plan.PatternPlan.Alternatives;
import io.tripline.dsl.plan.PatternPlan.AnyOrder;
import io.tripline.dsl.plan.PatternPlan.Part;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import io.tripline.dsl.plan.PatternPlan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Patterns in words, a line for each part. */
final class PatternProse {

    private static final String INDENT = "   ";

    private final ExpressionProse expressions;

    PatternProse(ExpressionProse expressions) {
        this.expressions = expressions;
    }

    /** The lines of a whole pattern; the parts of a sequence are numbered. */
    List<String> say(PatternPlan pattern) {
        List<String> lines = new ArrayList<>();
        if (!(pattern instanceof Sequence sequence)) {
            lines.add("1. " + once(pattern));
            return lines;
        }
        for (int i = 0; i < sequence.parts().size(); i++) {
            Part part = sequence.parts().get(i);
            for (Absence absence : part.absences()) {
                lines.add(INDENT + absence(absence, i == 0));
            }
            lines.add((i + 1) + ". " + (i == 0 ? "" : link(part)) + once(part.body()));
        }
        return lines;
    }

    private static String link(Part part) {
        String then =
                switch (part.contiguity()) {
                    case NEXT -> "then ";
                    case IMMEDIATE -> "then, as the very next event, ";
                    case ANY -> "then, for each one that comes, ";
                };
        return part.gapNanos().isPresent()
                ? then + "within " + DurationWords.of(part.gapNanos().getAsLong()) + ", "
                : then;
    }

    private String absence(Absence absence, boolean before) {
        String what = forbidden(absence.forbidden());
        if (absence.forNanos().isEmpty()) {
            return "and no " + what + " in between";
        }
        String time = DurationWords.of(absence.forNanos().getAsLong());
        return before ? "after " + time + " without " + what : "then " + time + " without " + what;
    }

    String forbidden(List<EventFilter> filters) {
        return filters.stream().map(this::filter).collect(Collectors.joining(" or "));
    }

    private String filter(EventFilter filter) {
        return filter.event()
                + filter.condition()
                        .map(condition ->
                                " where " + expressions.of(filter.event()).condition(condition))
                        .orElse("");
    }

    private String once(PatternPlan pattern) {
        if (pattern instanceof Step step) {
            return step.name() + ": " + a(step.event()) + where(step);
        } else if (pattern instanceof Repeat repeat) {
            return repeat(repeat);
        } else if (pattern instanceof Alternatives alternatives) {
            return "either " + alternatives.options().stream().map(this::inside).collect(Collectors.joining(" or "));
        } else if (pattern instanceof AnyOrder anyOrder) {
            return "in any order "
                    + anyOrder.members().stream().map(this::inside).collect(Collectors.joining(" and "));
        }
        return inner((Sequence) pattern);
    }

    private String inner(Sequence sequence) {
        StringBuilder text = new StringBuilder();
        for (Part part : sequence.parts()) {
            for (Absence absence : part.absences()) {
                text.append(", ").append(absence(absence, false));
            }
            String link = text.isEmpty() ? "" : ", " + link(part);
            text.append(link).append(once(part.body()));
        }
        return text.toString();
    }

    private String inside(PatternPlan pattern) {
        return pattern instanceof Sequence ? "(" + once(pattern) + ")" : once(pattern);
    }

    private String repeat(Repeat repeat) {
        String rounds = repeat.rounds() == Contiguity.IMMEDIATE ? ", each right after the other" : "";
        rounds += repeat.rounds() == Contiguity.ANY ? ", any of them" : "";
        rounds += repeat.reluctant() ? ", as few as possible" : "";
        rounds += repeat.until().entrySet().stream()
                .findFirst()
                .map(until -> ", until " + expressions.of(until.getKey()).condition(until.getValue()))
                .orElse("");
        if (repeat.body() instanceof Step step) {
            return step.name() + ": " + count(repeat) + " " + step.event() + (repeat.max() == 1 ? "" : " events")
                    + where(step) + rounds;
        }
        return count(repeat) + " times (" + once(repeat.body()) + ")" + rounds;
    }

    private static String count(Repeat repeat) {
        if (repeat.min() == 0 && repeat.max() == 1) {
            return "perhaps one";
        } else if (repeat.max() == PatternPlan.UNBOUNDED) {
            return repeat.min() == 0 ? "any number of" : "at least " + repeat.min();
        }
        return repeat.min() == repeat.max() ? "exactly " + repeat.min() : repeat.min() + " to " + repeat.max();
    }

    private String where(Step step) {
        return step.condition()
                .map(condition -> " where " + expressions.of(step.event()).condition(condition))
                .orElse("");
    }

    private static String a(String event) {
        return ("AEIOU".indexOf(event.charAt(0)) >= 0 ? "an " : "a ") + event;
    }
}
