package io.tripline.engine.oracle;

import io.tripline.engine.oracle.PatternDraft.CountDraft;
import io.tripline.engine.oracle.PatternDraft.StepDraft;
import io.tripline.engine.oracle.RuleDraft.OnDraft;
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

    RandomRules(Choice choice, List<TypeDraft> types) {
        this.choice = choice;
        this.types = types;
        this.terms = new RandomTerms(choice);
    }

    List<RuleDraft> rules() {
        List<RuleDraft> rules = new ArrayList<>();
        for (int i = choice.oneOf(1, 1, 1, 2, 3); i > 0; i--) {
            String name = "r" + (rules.size() + 1);
            rules.add(choice.chance(15) ? onEvent(name) : match(name));
        }
        return rules;
    }

    private RuleDraft onEvent(String name) {
        List<FieldDraft> by = key();
        TypeDraft type = choice.oneOf(types);
        Optional<Term> filter = choice.chance(40)
                ? Optional.of(terms.condition(new Scope(Optional.of(type), List.of(), windowed(), List.of()), 1))
                : Optional.empty();
        StepDraft step = new StepDraft("t", type, filter, CountDraft.NONE);
        Scope scope = new Scope(Optional.of(type), List.of(step), windowed(), List.of());
        Optional<Term> when = choice.chance(85) ? Optional.of(terms.condition(scope, 2)) : Optional.empty();
        return new RuleDraft(
                name,
                names(by),
                Optional.of(new OnDraft(step, when)),
                Optional.empty(),
                oncePer(),
                message(List.of(step), by));
    }

    private RuleDraft match(String name) {
        List<FieldDraft> by = key();
        MatchDraft match = new RandomPatterns(choice, types, terms).match();
        List<StepDraft> steps = match.steps().toList();
        return new RuleDraft(name, names(by), Optional.empty(), Optional.of(match), oncePer(), message(steps, by));
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
        if (choice.chance(6)) {
            terms.top(scope).ifPresent(message::add);
        }
        for (int i = choice.number(0, 3); i > 0; i--) {
            Kind kind = choice.oneOf(Kind.ALL);
            boolean windowOnly = choice.chance(30);
            terms.value(kind, windowOnly ? new Scope(Optional.empty(), List.of(), types, List.of()) : scope, 1)
                    .ifPresent(message::add);
        }
        return message;
    }
}
