package io.tripline.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A rule that a random case makes up. */
record RuleDraft(
        String name,
        List<String> by,
        List<StepDraft> steps,
        Optional<OnClause> on,
        OptionalLong withinMillis,
        OptionalLong oncePerMillis,
        List<Term> message) {

    /** Says that the rule's one step stands behind {@code on} and not behind {@code match}. */
    record OnClause(Optional<Term> when) {}

    /** @param count what stands behind the step: nothing, {@code {2,}}, {@code *} … */
    record StepDraft(String name, TypeDraft type, Optional<Term> filter, String count) {

        String text() {
            return name + ": " + type.name()
                    + filter.map(f -> "[" + f.text() + "]").orElse("") + count;
        }

        /** Whether it may take more than one event. */
        boolean repeats() {
            return !count.isEmpty() && !count.equals("?");
        }

        Stream<StepDraft> simpler() {
            Stream<StepDraft> once = count.isEmpty() ? Stream.of() : Stream.of(new StepDraft(name, type, filter, ""));
            return Stream.concat(
                    once, Simpler.optional(filter, Term::simpler).map(f -> new StepDraft(name, type, f, count)));
        }
    }

    RuleDraft {
        by = List.copyOf(by);
        steps = List.copyOf(steps);
        message = List.copyOf(message);
    }

    String text() {
        StringBuilder text = new StringBuilder("rule " + name + " {\n");
        if (!by.isEmpty()) {
            text.append("  by ").append(String.join(", ", by)).append('\n');
        }
        if (on.isPresent()) {
            text.append("  on ").append(steps.get(0).text()).append('\n');
            on.get().when().ifPresent(when -> text.append("  when ")
                    .append(when.text())
                    .append('\n'));
        } else {
            List<String> steps = this.steps.stream().map(StepDraft::text).toList();
            text.append("  match ").append(String.join("\n   then ", steps)).append('\n');
        }
        withinMillis.ifPresent(millis -> text.append("  within ").append(millis).append("ms\n"));
        text.append("  alert \"").append(name);
        message.forEach(value -> text.append(" {").append(value.text()).append('}'));
        text.append("\"\n");
        oncePerMillis.ifPresent(
                millis -> text.append("  once per ").append(millis).append("ms\n"));
        return text.append("}\n").toString();
    }

    /** Rules with something left out or simplified. */
    Stream<RuleDraft> simpler() {
        List<RuleDraft> simpler = new ArrayList<>();
        Simpler.list(by, part -> Stream.of())
                .forEach(b -> simpler.add(new RuleDraft(name, b, steps, on, withinMillis, oncePerMillis, message)));
        Simpler.list(message, part -> Stream.of())
                .forEach(m -> simpler.add(new RuleDraft(name, by, steps, on, withinMillis, oncePerMillis, m)));
        if (oncePerMillis.isPresent()) {
            simpler.add(new RuleDraft(name, by, steps, on, withinMillis, OptionalLong.empty(), message));
        }
        if (withinMillis.isPresent()) {
            simpler.add(new RuleDraft(name, by, steps, on, OptionalLong.empty(), oncePerMillis, message));
        }
        on.ifPresent(clause -> Simpler.optional(clause.when(), Term::simpler)
                .forEach(when -> simpler.add(new RuleDraft(
                        name, by, steps, Optional.of(new OnClause(when)), withinMillis, oncePerMillis, message))));
        Simpler.list(steps, StepDraft::simpler)
                .filter(list -> !list.isEmpty())
                .forEach(s -> simpler.add(new RuleDraft(name, by, s, on, withinMillis, oncePerMillis, message)));
        Simpler.list(message, Term::simpler)
                .filter(list -> list.size() == message.size())
                .forEach(m -> simpler.add(new RuleDraft(name, by, steps, on, withinMillis, oncePerMillis, m)));
        return simpler.stream();
    }
}
