package io.tripline.engine.oracle;

import io.tripline.engine.oracle.PatternDraft.StepDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A rule that a random case makes up: {@code on} an event, or a {@code match}. */
record RuleDraft(
        String name,
        List<String> by,
        Optional<OnDraft> on,
        Optional<MatchDraft> match,
        OptionalLong oncePerMillis,
        List<Term> message) {

    record OnDraft(StepDraft step, Optional<Term> when) {

        String text() {
            return "  on " + step.text() + '\n'
                    + when.map(condition -> "  when " + condition.text() + '\n').orElse("");
        }

        Stream<OnDraft> simpler() {
            return Stream.concat(
                    Simpler.optional(when, Term::simpler).map(condition -> new OnDraft(step, condition)),
                    step.simpler().map(simpler -> new OnDraft((StepDraft) simpler, when)));
        }
    }

    RuleDraft {
        by = List.copyOf(by);
        message = List.copyOf(message);
    }

    String text() {
        StringBuilder text = new StringBuilder("rule " + name + " {\n");
        if (!by.isEmpty()) {
            text.append("  by ").append(String.join(", ", by)).append('\n');
        }
        on.ifPresent(clause -> text.append(clause.text()));
        match.ifPresent(clause -> text.append(clause.text()));
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
                .forEach(b -> simpler.add(new RuleDraft(name, b, on, match, oncePerMillis, message)));
        Simpler.list(message, part -> Stream.of())
                .forEach(m -> simpler.add(new RuleDraft(name, by, on, match, oncePerMillis, m)));
        if (oncePerMillis.isPresent()) {
            simpler.add(new RuleDraft(name, by, on, match, OptionalLong.empty(), message));
        }
        on.ifPresent(clause -> clause.simpler()
                .forEach(o -> simpler.add(new RuleDraft(name, by, Optional.of(o), match, oncePerMillis, message))));
        match.ifPresent(clause -> clause.simpler()
                .forEach(m -> simpler.add(new RuleDraft(name, by, on, Optional.of(m), oncePerMillis, message))));
        Simpler.list(message, Term::simpler)
                .filter(list -> list.size() == message.size())
                .forEach(m -> simpler.add(new RuleDraft(name, by, on, match, oncePerMillis, m)));
        return simpler.stream();
    }
}
