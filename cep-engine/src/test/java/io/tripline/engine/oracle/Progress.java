package io.tripline.engine.oracle;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.PatternPlan.Absence;
import io.tripline.dsl.plan.PatternPlan.Alternatives;
import io.tripline.dsl.plan.PatternPlan.AnyOrder;
import io.tripline.dsl.plan.PatternPlan.Part;
import io.tripline.dsl.plan.PatternPlan.Repeat;
import io.tripline.dsl.plan.PatternPlan.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How far somebody is with a part of a pattern: a copy of its tree with the places of the events taken. Those compared are
 * of one plan, so that the plan is in no hash code.
 */
sealed interface Progress {

    int NOTHING = -1;

    static Progress fresh(PatternPlan plan) {
        if (plan instanceof PatternPlan.Step step) {
            return new Taken(step, NOTHING);
        } else if (plan instanceof Repeat repeat) {
            return new Rounds(repeat, List.of());
        } else if (plan instanceof Sequence sequence) {
            return new Parts(
                    sequence,
                    sequence.parts().stream().map(part -> fresh(part.body())).toList(),
                    0);
        } else if (plan instanceof Alternatives alternatives) {
            return new Chosen(alternatives, NOTHING, List.of());
        }
        AnyOrder group = (AnyOrder) plan;
        return new Members(group, group.members().stream().map(Progress::fresh).toList(), NOTHING);
    }

    /** Whether it has taken nothing. */
    boolean isEmpty();

    /** Whether nothing more must be taken. */
    boolean canEnd();

    /** What may be taken next. */
    List<Offer> offers(String path);

    /** Itself without a round that is in its middle, for each repetition that has enough rounds without it. */
    List<Shortened> shortened(String path);

    /** The rounds, of those the latest event was taken in, that could end with it. */
    List<String> endable(String path);

    /** What must not come behind the last event taken, if what follows is left out. */
    List<Absence> trailing();

    /** The places of the events by step. */
    void collect(Map<Integer, List<Integer>> taken);

    /** Choices in the order of writing, outer before inner: the lower, the better. */
    void choices(List<Integer> ranks);

    /** @param round tells this round from other rounds of other runs */
    record Shortened(String run, String round, Progress rest) {
        Shortened within(Function<Progress, Progress> outer) {
            return new Shortened(run, round, outer.apply(rest));
        }
    }

    /** Whether it could end now, perhaps by giving up a round inside it. */
    default boolean couldEnd() {
        return canEnd() || shortened("").stream().anyMatch(one -> one.rest().canEnd());
    }

    record Taken(PatternPlan.Step step, int place) implements Progress {
        @Override
        public int hashCode() {
            return 31 * step.number() + place;
        }

        @Override
        public boolean isEmpty() {
            return place == NOTHING;
        }

        @Override
        public boolean canEnd() {
            return place != NOTHING;
        }

        @Override
        public List<Offer> offers(String path) {
            return place == NOTHING ? List.of(Offer.of(step)) : List.of();
        }

        @Override
        public List<Shortened> shortened(String path) {
            return List.of();
        }

        @Override
        public List<String> endable(String path) {
            return List.of();
        }

        @Override
        public List<Absence> trailing() {
            return List.of();
        }

        @Override
        public void collect(Map<Integer, List<Integer>> taken) {
            if (place != NOTHING) {
                taken.computeIfAbsent(step.number(), number -> new ArrayList<>())
                        .add(place);
            }
        }

        @Override
        public void choices(List<Integer> ranks) {}
    }

    record Rounds(Repeat plan, List<Progress> rounds) implements Progress {
        @Override
        public int hashCode() {
            return rounds.hashCode();
        }

        @Override
        public boolean isEmpty() {
            return rounds.stream().allMatch(Progress::isEmpty);
        }

        @Override
        public boolean canEnd() {
            return rounds.size() >= plan.min() && (rounds.isEmpty() || last().canEnd());
        }

        private Progress last() {
            return rounds.get(rounds.size() - 1);
        }

        private Rounds withLast(Progress changed) {
            List<Progress> other = new ArrayList<>(rounds.subList(0, rounds.size() - 1));
            other.add(changed);
            return new Rounds(plan, other);
        }

        private Rounds withNext(Progress round) {
            List<Progress> more = new ArrayList<>(rounds);
            more.add(round);
            return new Rounds(plan, more);
        }

        private String inRound(String path, int round) {
            return path + "/" + round;
        }

        @Override
        public List<Offer> offers(String path) {
            List<Offer> offers = new ArrayList<>();
            if (!rounds.isEmpty()) {
                // A further round that has lost its only events has not begun: the word of the rounds stands before it.
                boolean again = rounds.size() > 1 && last().isEmpty();
                for (Offer offer : last().offers(inRound(path, rounds.size()))) {
                    Offer first = again ? offer.behind(plan.rounds(), OptionalLong.empty(), List.of()) : offer;
                    offers.add(first.within(this::withLast));
                }
            }
            if (rounds.isEmpty() || last().canEnd() && rounds.size() < plan.max()) {
                for (Offer offer : fresh(plan.body()).offers(inRound(path, rounds.size() + 1))) {
                    Offer further =
                            rounds.isEmpty() ? offer : offer.behind(plan.rounds(), OptionalLong.empty(), List.of());
                    offers.add(further.within(this::withNext));
                }
            }
            return offers.stream()
                    .map(offer -> offer.inRun(new Offer.Run(path, plan)))
                    .toList();
        }

        @Override
        public List<Shortened> shortened(String path) {
            List<Shortened> shortened = new ArrayList<>();
            if (rounds.isEmpty()) {
                return shortened;
            }
            last().shortened(inRound(path, rounds.size())).forEach(one -> shortened.add(one.within(this::withLast)));
            if (rounds.size() > plan.min() && !last().couldEnd()) {
                Rounds rest = new Rounds(plan, rounds.subList(0, rounds.size() - 1));
                shortened.add(new Shortened(path, inRound(path, rounds.size()), rest));
            }
            return shortened;
        }

        @Override
        public List<String> endable(String path) {
            if (rounds.isEmpty()) {
                return List.of();
            }
            String round = inRound(path, rounds.size());
            List<String> endable = new ArrayList<>(last().endable(round));
            if (last().couldEnd()) {
                endable.add(round);
            }
            return endable;
        }

        @Override
        public List<Absence> trailing() {
            return rounds.isEmpty() ? List.of() : last().trailing();
        }

        @Override
        public void collect(Map<Integer, List<Integer>> taken) {
            rounds.forEach(round -> round.collect(taken));
        }

        @Override
        public void choices(List<Integer> ranks) {
            ranks.add(plan.reluctant() ? rounds.size() : -rounds.size());
            rounds.forEach(round -> round.choices(ranks));
        }
    }

    /** @param current the part that the latest event was taken in */
    record Parts(Sequence plan, List<Progress> parts, int current) implements Progress {
        @Override
        public int hashCode() {
            return 31 * parts.hashCode() + current;
        }

        @Override
        public boolean isEmpty() {
            return parts.stream().allMatch(Progress::isEmpty);
        }

        @Override
        public boolean canEnd() {
            return parts.subList(current, parts.size()).stream().allMatch(Progress::canEnd);
        }

        private Parts with(int part, Progress changed) {
            List<Progress> other = new ArrayList<>(parts);
            other.set(part, changed);
            return new Parts(plan, other, part);
        }

        @Override
        public List<Offer> offers(String path) {
            List<Offer> offers = new ArrayList<>();
            List<Absence> between = new ArrayList<>();
            // Parts left out before the current one, which has lost its round, lengthen the gap too.
            int from = current;
            while (from > 0 && parts.get(from).isEmpty()) {
                from--;
            }
            for (int i = from; i < parts.size(); i++) {
                Progress part = parts.get(i);
                int place = i;
                boolean leads = part.isEmpty();
                if (leads) {
                    between.addAll(absences(i));
                }
                if (i >= current) {
                    for (Offer offer : part.offers(path + "." + i)) {
                        offers.add((leads ? behind(offer, i, between) : offer).within(changed -> with(place, changed)));
                    }
                }
                between.addAll(part.trailing());
                if (!part.canEnd()) {
                    break;
                }
            }
            return offers;
        }

        private Offer behind(Offer offer, int part, List<Absence> between) {
            List<Absence> all = new ArrayList<>(between);
            all.addAll(offer.absences());
            Part link = plan.parts().get(part);
            return offer.behind(link.contiguity(), link.gapNanos(), all);
        }

        private List<Absence> absences(int part) {
            return plan.parts().get(part).absences();
        }

        @Override
        public List<Shortened> shortened(String path) {
            return parts.get(current).shortened(path + "." + current).stream()
                    .map(one -> one.within(changed -> with(current, changed)))
                    .toList();
        }

        @Override
        public List<String> endable(String path) {
            return parts.get(current).endable(path + "." + current);
        }

        @Override
        public List<Absence> trailing() {
            int last = current;
            while (last > 0 && parts.get(last).isEmpty()) {
                last--;
            }
            List<Absence> absences = new ArrayList<>();
            for (int i = last; i < parts.size(); i++) {
                if (parts.get(i).isEmpty()) {
                    absences.addAll(absences(i));
                }
                absences.addAll(parts.get(i).trailing());
            }
            return absences;
        }

        @Override
        public void collect(Map<Integer, List<Integer>> taken) {
            parts.forEach(part -> part.collect(taken));
        }

        @Override
        public void choices(List<Integer> ranks) {
            parts.forEach(part -> part.choices(ranks));
        }
    }

    /** @param inside nothing as long as no option is chosen */
    record Chosen(Alternatives plan, int option, List<Progress> inside) implements Progress {
        @Override
        public int hashCode() {
            return 31 * inside.hashCode() + option;
        }

        @Override
        public boolean isEmpty() {
            return inside.stream().allMatch(Progress::isEmpty);
        }

        private Chosen with(int chosen, Progress changed) {
            return new Chosen(plan, chosen, List.of(changed));
        }

        /** Left empty, it is as if the first option that may be empty were chosen. */
        private Chosen settled() {
            for (int i = 0; option == NOTHING && i < plan.options().size(); i++) {
                if (fresh(plan.options().get(i)).canEnd()) {
                    return with(i, fresh(plan.options().get(i)));
                }
            }
            return this;
        }

        @Override
        public boolean canEnd() {
            return settled().inside.stream().anyMatch(Progress::canEnd);
        }

        @Override
        public List<Offer> offers(String path) {
            List<Offer> offers = new ArrayList<>();
            for (int i = 0; i < plan.options().size(); i++) {
                if (option == NOTHING || option == i) {
                    int chosen = i;
                    Progress progress =
                            option == i ? inside.get(0) : fresh(plan.options().get(i));
                    progress.offers(path + "|" + i)
                            .forEach(offer -> offers.add(offer.within(changed -> with(chosen, changed))));
                }
            }
            return offers;
        }

        @Override
        public List<Shortened> shortened(String path) {
            return inside.stream()
                    .flatMap(progress -> progress.shortened(path + "|" + option).stream())
                    .map(one -> one.within(changed -> with(option, changed)))
                    .toList();
        }

        @Override
        public List<String> endable(String path) {
            return inside.stream()
                    .flatMap(progress -> progress.endable(path + "|" + option).stream())
                    .toList();
        }

        @Override
        public List<Absence> trailing() {
            return settled().inside.stream()
                    .flatMap(progress -> progress.trailing().stream())
                    .toList();
        }

        @Override
        public void collect(Map<Integer, List<Integer>> taken) {
            inside.forEach(progress -> progress.collect(taken));
        }

        @Override
        public void choices(List<Integer> ranks) {
            Chosen settled = settled();
            ranks.add(settled.option);
            settled.inside.forEach(progress -> progress.choices(ranks));
        }
    }

    /** @param current the member that the latest event was taken by */
    record Members(AnyOrder plan, List<Progress> members, int current) implements Progress {
        @Override
        public int hashCode() {
            return 31 * members.hashCode() + current;
        }

        @Override
        public boolean isEmpty() {
            return members.stream().allMatch(Progress::isEmpty);
        }

        private Members with(int member, Progress changed) {
            List<Progress> other = new ArrayList<>(members);
            other.set(member, changed);
            return new Members(plan, other, member);
        }

        @Override
        public boolean canEnd() {
            return members.stream().allMatch(Progress::canEnd);
        }

        @Override
        public List<Offer> offers(String path) {
            List<Offer> offers = new ArrayList<>();
            if (current != NOTHING) {
                members.get(current)
                        .offers(path + "&" + current)
                        .forEach(offer -> offers.add(offer.within(changed -> with(current, changed))));
            }
            if (current == NOTHING || members.get(current).canEnd()) {
                for (int i = 0; i < members.size(); i++) {
                    int member = i;
                    if (members.get(i).isEmpty()) {
                        for (Offer offer : members.get(i).offers(path + "&" + i)) {
                            offers.add(offer.behind(Contiguity.NEXT, OptionalLong.empty(), List.of())
                                    .within(changed -> with(member, changed)));
                        }
                    }
                }
            }
            return offers;
        }

        @Override
        public List<Shortened> shortened(String path) {
            return List.of();
        }

        @Override
        public List<String> endable(String path) {
            return List.of();
        }

        @Override
        public List<Absence> trailing() {
            return List.of();
        }

        @Override
        public void collect(Map<Integer, List<Integer>> taken) {
            members.forEach(member -> member.collect(taken));
        }

        @Override
        public void choices(List<Integer> ranks) {
            for (Progress member : members) {
                Map<Integer, List<Integer>> taken = new TreeMap<>();
                member.collect(taken);
                ranks.add(taken.values().stream()
                        .map(places -> places.get(0))
                        .findFirst()
                        .orElse(Integer.MAX_VALUE));
            }
            members.forEach(member -> member.choices(ranks));
        }
    }
}
