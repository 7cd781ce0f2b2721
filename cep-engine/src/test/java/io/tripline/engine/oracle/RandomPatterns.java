package io.tripline.engine.oracle;

import io.tripline.engine.oracle.MatchDraft.WithoutDraft;
import io.tripline.engine.oracle.PatternDraft.CountDraft;
import io.tripline.engine.oracle.PatternDraft.FilterDraft;
import io.tripline.engine.oracle.PatternDraft.GroupDraft;
import io.tripline.engine.oracle.PatternDraft.NotDraft;
import io.tripline.engine.oracle.PatternDraft.PartDraft;
import io.tripline.engine.oracle.PatternDraft.StepDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Patterns of every shape the language has. */
final class RandomPatterns {

    private final Choice choice;
    private final List<TypeDraft> types;
    private final RandomTerms terms;
    /** Whether it fits often and in many ways: steps of one type, with few conditions. */
    private final boolean easy;
    /** Whether there is more than steps with counts one behind the other. */
    private final boolean rich;

    private int named;
    private int stepsLeft;
    private TypeDraft lastType;

    RandomPatterns(Choice choice, List<TypeDraft> types, RandomTerms terms) {
        this.choice = choice;
        this.types = types;
        this.terms = terms;
        this.easy = choice.chance(50);
        this.rich = choice.chance(75);
        this.lastType = choice.oneOf(types);
    }

    MatchDraft match() {
        if (choice.chance(8)) {
            return combinations();
        }
        stepsLeft = choice.oneOf(1, 2, 2, 3, 3, 4, 4, 5);
        List<StepDraft> before = new ArrayList<>();
        List<PartDraft> parts = parts(before, 0);
        if (parts.stream().allMatch(part -> canBeEmpty(part.body()))) {
            parts.add(PartDraft.next(step(before, "")));
        }
        List<StepDraft> steps =
                parts.stream().flatMap(part -> part.body().steps()).toList();
        if (rich && choice.chance(15)) {
            PartDraft first = parts.get(0);
            NotDraft leading = not(List.of(), OptionalLong.of(millis()));
            parts.set(0, new PartDraft("", OptionalLong.empty(), List.of(leading), first.body()));
        }
        boolean unbounded = parts.stream().anyMatch(part -> isUnbounded(part.body()));
        OptionalLong within = unbounded || choice.chance(60)
                ? OptionalLong.of(choice.oneOf(500, 1_000, 2_000, 3_000, 5_000, 8_000, 15_000))
                : OptionalLong.empty();
        Optional<NotDraft> deadline =
                rich && choice.chance(20) ? Optional.of(not(steps, OptionalLong.of(millis()))) : Optional.empty();
        boolean waits = rich && choice.chance(15);
        return new MatchDraft(parts, withouts(steps), deadline, within, rich ? afterMatch(steps) : "", waits);
    }

    /** Steps that look at their own event only and follow each other by {@code any}: all that fits is combined. */
    private MatchDraft combinations() {
        List<PartDraft> parts = new ArrayList<>();
        for (int count = choice.number(2, 4); count > 0; count--) {
            TypeDraft type = choice.chance(50) ? lastType : choice.oneOf(types);
            Optional<Term> condition =
                    choice.chance(50) ? Optional.of(terms.condition(Scope.filterOf(type), 0)) : Optional.empty();
            StepDraft step = new StepDraft(String.valueOf((char) ('p' + named++)), type, condition, CountDraft.NONE);
            parts.add(new PartDraft(parts.isEmpty() ? "" : "any", OptionalLong.empty(), List.of(), step));
        }
        OptionalLong within = choice.chance(60)
                ? OptionalLong.of(choice.oneOf(500, 1_000, 2_000, 3_000, 5_000, 8_000, 15_000))
                : OptionalLong.empty();
        return new MatchDraft(
                parts, List.of(), Optional.empty(), within, choice.chance(40) ? "overlapping" : "", false);
    }

    private List<WithoutDraft> withouts(List<StepDraft> steps) {
        List<WithoutDraft> withouts = new ArrayList<>();
        while (rich && steps.size() > 1 && choice.chance(12)) {
            int from = choice.number(0, steps.size() - 2);
            int to = choice.number(from + 1, steps.size() - 1);
            FilterDraft forbidden = filter(steps.subList(0, to));
            withouts.add(new WithoutDraft(
                    forbidden, steps.get(from).name(), steps.get(to).name()));
        }
        return withouts;
    }

    private String afterMatch(List<StepDraft> steps) {
        List<StepDraft> certain =
                steps.stream().filter(step -> !step.count().canBeNone()).toList();
        if (choice.chance(15)) {
            return "overlapping";
        } else if (choice.chance(18) && !certain.isEmpty()) {
            return "skip to " + choice.oneOf("first ", "last ")
                    + choice.oneOf(certain).name();
        }
        return "";
    }

    private static boolean isUnbounded(PatternDraft draft) {
        if (draft instanceof GroupDraft group) {
            return group.count().isUnbounded()
                    || group.members().stream().flatMap(List::stream).anyMatch(part -> isUnbounded(part.body()));
        }
        return ((StepDraft) draft).count().isUnbounded();
    }

    private static boolean canBeEmpty(PatternDraft draft) {
        if (draft instanceof StepDraft step) {
            return step.count().canBeNone();
        }
        GroupDraft group = (GroupDraft) draft;
        var empty = group.members().stream()
                .map(member -> member.stream().allMatch(part -> canBeEmpty(part.body())))
                .toList();
        return group.count().canBeNone()
                || (group.joint().equals("or") ? empty.contains(true) : !empty.contains(false));
    }

    private List<PartDraft> parts(List<StepDraft> before, int depth) {
        List<PartDraft> parts = new ArrayList<>();
        int most = depth == 0 ? 5 : choice.number(1, 3);
        while (stepsLeft > 0 && parts.size() < most || parts.isEmpty()) {
            boolean first = parts.isEmpty();
            List<NotDraft> nots = new ArrayList<>();
            if (rich && !first && choice.chance(18)) {
                nots.add(not(before, choice.chance(35) ? OptionalLong.of(millis()) : OptionalLong.empty()));
                if (choice.chance(15)) {
                    nots.add(not(before, OptionalLong.empty()));
                }
            }
            boolean silent = nots.stream().anyMatch(not -> not.forMillis().isPresent());
            String word =
                    first || !rich ? "" : choice.oneOf("", "", "", "", "", "", "immediately", "immediately", "any");
            OptionalLong gap = rich && !first && choice.chance(12) ? OptionalLong.of(millis()) : OptionalLong.empty();
            PatternDraft body = body(before, depth);
            body.steps().forEach(step -> {
                if (!before.contains(step)) {
                    before.add(step);
                }
            });
            parts.add(new PartDraft(silent && word.equals("immediately") ? "" : word, gap, nots, body));
        }
        return parts;
    }

    private PatternDraft body(List<StepDraft> before, int depth) {
        if (!rich || depth >= 2 || stepsLeft < 2 || !choice.chance(40)) {
            return step(before, times());
        }
        List<List<PartDraft>> members = new ArrayList<>();
        String joint = choice.oneOf("", "", "or", "or", "and");
        int count = joint.isEmpty() ? 1 : choice.number(2, 3);
        for (int i = 0;
                i < count && (stepsLeft > 0 || members.size() < 2 && !joint.isEmpty() || members.isEmpty());
                i++) {
            List<StepDraft> seen = new ArrayList<>(before);
            members.add(
                    joint.equals("and")
                            ? List.of(PartDraft.next(step(before, choice.oneOf("", "", "", "{2}", "?", "{1,2}"))))
                            : parts(seen, depth + 1));
        }
        if (joint.equals("or")) {
            // What a left out alternative forbids depends on which one is left out: the oracle does not tell them
            // apart.
            members.replaceAll(
                    member -> member.stream().allMatch(part -> canBeEmpty(part.body())) ? withoutNots(member) : member);
        }
        GroupDraft plain = new GroupDraft(members.size() == 1 ? "" : joint, members, CountDraft.NONE);
        CountDraft repetition = choice.chance(60) && !canBeEmpty(plain) ? count(times(), before) : CountDraft.NONE;
        return new GroupDraft(plain.joint(), members, repetition);
    }

    private static List<PartDraft> withoutNots(List<PartDraft> parts) {
        return parts.stream()
                .map(part -> new PartDraft(part.word(), part.gapMillis(), List.of(), withoutNots(part.body())))
                .toList();
    }

    private static PatternDraft withoutNots(PatternDraft body) {
        if (!(body instanceof GroupDraft group)) {
            return body;
        }
        return new GroupDraft(
                group.joint(),
                group.members().stream().map(RandomPatterns::withoutNots).toList(),
                group.count());
    }

    private StepDraft step(List<StepDraft> before, String times) {
        stepsLeft--;
        String name = String.valueOf((char) ('p' + named++));
        lastType = easy && choice.chance(60) ? lastType : choice.oneOf(types);
        TypeDraft type = lastType;
        CountDraft count = count(times, before);
        Optional<Term> condition = Optional.empty();
        if (choice.chance(easy ? 20 : 50)) {
            List<StepDraft> seen = new ArrayList<>(before);
            StepDraft itself = new StepDraft(name, type, Optional.empty(), count);
            if (itself.repeats() && choice.chance(40)) {
                seen.add(itself);
            }
            List<TypeDraft> windowed = choice.chance(25) ? types : List.of();
            condition = Optional.of(terms.condition(new Scope(Optional.of(type), seen, windowed, List.of()), 1));
        }
        return new StepDraft(name, type, condition, count);
    }

    private CountDraft count(String times, List<StepDraft> before) {
        CountDraft plain = CountDraft.of(times);
        if (!rich || times.isEmpty()) {
            return plain;
        }
        String rounds = plain.repeats() ? choice.oneOf("", "", "", "", "", "", "immediately", "any") : "";
        Optional<Term> until = choice.chance(15)
                ? Optional.of(terms.condition(
                        new Scope(
                                Optional.of(types.get(0)),
                                choice.chance(30) ? before : List.of(),
                                List.of(),
                                List.of()),
                        0))
                : Optional.empty();
        return new CountDraft(times, rounds, choice.chance(15), until);
    }

    private String times() {
        return choice.oneOf("", "", "", "", "", "{2}", "{3}", "{1,}", "{2,}", "{1,2}", "{2,3}", "+", "*", "?", "{0,2}");
    }

    private NotDraft not(List<StepDraft> before, OptionalLong millis) {
        List<FilterDraft> forbidden = new ArrayList<>();
        forbidden.add(filter(before));
        if (choice.chance(20)) {
            forbidden.add(filter(before));
        }
        return new NotDraft(forbidden, millis);
    }

    private FilterDraft filter(List<StepDraft> before) {
        TypeDraft type = choice.oneOf(types);
        Optional<Term> condition = choice.chance(70)
                ? Optional.of(terms.condition(new Scope(Optional.of(type), before, List.of(), List.of()), 0))
                : Optional.empty();
        return new FilterDraft(type, condition);
    }

    private long millis() {
        return choice.oneOf(200, 500, 1_000, 1_500, 2_000, 3_000, 5_000);
    }
}
