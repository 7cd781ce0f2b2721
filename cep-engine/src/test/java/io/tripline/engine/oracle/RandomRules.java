package io.tripline.engine.oracle;

import io.tripline.engine.oracle.RuleDraft.OnClause;
import io.tripline.engine.oracle.RuleDraft.StepDraft;
import io.tripline.engine.oracle.Term.Kind;
import io.tripline.engine.oracle.TypeDraft.FieldDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rules of every shape the language has. */
final class RandomRules {

    private final Choice choice;
    private final List<TypeDraft> types;
    private final RandomTerms terms;

    /** Whether the rule at hand fits often and in many ways: steps of one type, with few conditions. */
    private boolean easy;

    RandomRules(Choice choice, List<TypeDraft> types) {
        this.choice = choice;
        this.types = types;
        this.terms = new RandomTerms(choice);
    }

    List<RuleDraft> rules() {
        List<RuleDraft> rules = new ArrayList<>();
        for (int i = choice.oneOf(1, 1, 1, 2, 3); i > 0; i--) {
            String name = "r" + (rules.size() + 1);
            rules.add(choice.chance(35) ? onEvent(name) : match(name));
        }
        return rules;
    }

    private RuleDraft onEvent(String name) {
        List<FieldDraft> by = key();
        TypeDraft type = choice.oneOf(types);
        Optional<Term> filter = choice.chance(40)
                ? Optional.of(terms.condition(new Scope(Optional.of(type), List.of(), windowed(), List.of()), 1))
                : Optional.empty();
        StepDraft step = new StepDraft("t", type, filter, "");
        Scope scope = new Scope(Optional.of(type), List.of(step), windowed(), List.of());
        Optional<Term> when = choice.chance(85) ? Optional.of(terms.condition(scope, 2)) : Optional.empty();
        return new RuleDraft(
                name,
                names(by),
                List.of(step),
                Optional.of(new OnClause(when)),
                OptionalLong.empty(),
                oncePer(),
                message(List.of(step), by));
    }

    private RuleDraft match(String name) {
        List<FieldDraft> by = key();
        List<StepDraft> steps = new ArrayList<>();
        int count = choice.oneOf(1, 2, 2, 3, 3, 4);
        boolean someTaken = false;
        easy = choice.chance(40);
        for (int i = 0; i < count; i++) {
            String repetition = repetition(!someTaken && i == count - 1);
            someTaken |= !repetition.equals("*") && !repetition.equals("?") && !repetition.startsWith("{0");
            steps.add(step(String.valueOf((char) ('p' + i)), repetition, steps));
        }
        boolean unbounded = steps.stream().anyMatch(step -> step.count().matches("[+*]|\\{\\d,\\}"));
        OptionalLong within = unbounded || choice.chance(60)
                ? OptionalLong.of(choice.oneOf(500, 1_000, 2_000, 3_000, 5_000, 8_000, 15_000))
                : OptionalLong.empty();
        return new RuleDraft(name, names(by), steps, Optional.empty(), within, oncePer(), message(steps, by));
    }

    private StepDraft step(String name, String repetition, List<StepDraft> before) {
        TypeDraft type = easy && !before.isEmpty() && choice.chance(60)
                ? before.get(before.size() - 1).type()
                : choice.oneOf(types);
        Optional<Term> condition = Optional.empty();
        if (choice.chance(easy ? 25 : 60)) {
            List<StepDraft> seen = new ArrayList<>(before);
            StepDraft itself = new StepDraft(name, type, Optional.empty(), repetition);
            if (itself.repeats() && choice.chance(40)) {
                seen.add(itself);
            }
            List<TypeDraft> windowed = choice.chance(25) ? types : List.of();
            condition = Optional.of(terms.condition(new Scope(Optional.of(type), seen, windowed, List.of()), 1));
        }
        return new StepDraft(name, type, condition, repetition);
    }

    private String repetition(boolean mustTake) {
        String repetition =
                choice.oneOf("", "", "", "", "{2}", "{3}", "{1,}", "{2,}", "{1,2}", "{2,3}", "+", "*", "?", "{0,2}");
        return mustTake && (repetition.equals("*") || repetition.equals("?") || repetition.startsWith("{0"))
                ? ""
                : repetition;
    }

    private List<TypeDraft> windowed() {
        return types;
    }

    private List<FieldDraft> key() {
        List<FieldDraft> left = new ArrayList<>(RandomTypes.KEYS);
        List<FieldDraft> key = new ArrayList<>();
        for (int parts = choice.oneOf(0, 1, 1, 1, 1, 2, 2, 3); parts > 0; parts--) {
            key.add(left.remove(choice.number(0, left.size() - 1)));
        }
        return key;
    }

    private static List<String> names(List<FieldDraft> fields) {
        return fields.stream().map(FieldDraft::name).toList();
    }

    private OptionalLong oncePer() {
        return choice.chance(30)
                ? OptionalLong.of(choice.oneOf(500, 1_000, 2_000, 5_000, 20_000))
                : OptionalLong.empty();
    }

    private List<Term> message(List<StepDraft> steps, List<FieldDraft> by) {
        Scope scope = new Scope(Optional.empty(), steps, types, by);
        List<Term> message = new ArrayList<>();
        for (int i = choice.number(0, 3); i > 0; i--) {
            Kind kind = choice.oneOf(Kind.ALL);
            boolean windowOnly = choice.chance(30);
            terms.value(kind, windowOnly ? new Scope(Optional.empty(), List.of(), types, List.of()) : scope, 1)
                    .ifPresent(message::add);
        }
        return message;
    }
}
