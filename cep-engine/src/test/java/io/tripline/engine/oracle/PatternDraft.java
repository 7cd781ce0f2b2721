package io.tripline.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pattern that a random case makes up: a step, or several in brackets. */
sealed interface PatternDraft {

    String text();

    Stream<PatternDraft> simpler();

    /** The steps in it, in the order of writing. */
    Stream<StepDraft> steps();

    /** What stands behind a step or a group. */
    record CountDraft(String times, String rounds, boolean reluctant, Optional<Term> until) {

        static final CountDraft NONE = new CountDraft("", "", false, Optional.empty());

        static CountDraft of(String times) {
            return new CountDraft(times, "", false, Optional.empty());
        }

        String text() {
            return times
                    + (rounds.isEmpty() ? "" : " " + rounds)
                    + (reluctant ? " reluctant" : "")
                    + until.map(condition -> " until (" + condition.text() + ")")
                            .orElse("");
        }

        boolean repeats() {
            return !times.isEmpty() && !times.equals("?");
        }

        boolean isUnbounded() {
            return times.matches("[+*]|\\{\\d,\\}");
        }

        boolean canBeNone() {
            return times.equals("*") || times.equals("?") || times.startsWith("{0");
        }

        Stream<CountDraft> simpler() {
            List<CountDraft> simpler = new ArrayList<>();
            if (!times.isEmpty()) {
                simpler.add(NONE);
            }
            if (!rounds.isEmpty()) {
                simpler.add(new CountDraft(times, "", reluctant, until));
            }
            if (reluctant) {
                simpler.add(new CountDraft(times, rounds, false, until));
            }
            Simpler.optional(until, Term::simpler)
                    .forEach(condition -> simpler.add(new CountDraft(times, rounds, reluctant, condition)));
            return simpler.stream();
        }
    }

    record StepDraft(String name, TypeDraft type, Optional<Term> filter, CountDraft count) implements PatternDraft {

        @Override
        public String text() {
            return name + ": " + new FilterDraft(type, filter).text() + count.text();
        }

        /** Whether it may take more than one event. */
        boolean repeats() {
            return count.repeats();
        }

        @Override
        public Stream<PatternDraft> simpler() {
            return Stream.concat(
                    count.simpler().map(c -> new StepDraft(name, type, filter, c)),
                    Simpler.optional(filter, Term::simpler).map(f -> new StepDraft(name, type, f, count)));
        }

        @Override
        public Stream<StepDraft> steps() {
            return Stream.of(this);
        }
    }

    /**
     * Brackets.
     *
     * @param joint {@code or}, {@code and}, or nothing when there is one member
     */
    record GroupDraft(String joint, List<List<PartDraft>> members, CountDraft count) implements PatternDraft {

        @Override
        public String text() {
            return members.stream().map(PatternDraft::text).collect(Collectors.joining(" " + joint + " ", "(", ")"))
                    + count.text();
        }

        @Override
        public Stream<PatternDraft> simpler() {
            Stream<PatternDraft> fewer = Simpler.list(members, PatternDraft::simpler)
                    .filter(list -> !list.isEmpty())
                    .map(list -> new GroupDraft(list.size() == 1 ? "" : joint, list, count));
            Stream<PatternDraft> single = members.stream()
                    .filter(member -> member.size() == 1)
                    .map(member -> member.get(0).body());
            return Stream.of(single, fewer, count.simpler().map(c -> (PatternDraft) new GroupDraft(joint, members, c)))
                    .flatMap(stream -> stream);
        }

        @Override
        public Stream<StepDraft> steps() {
            return members.stream().flatMap(List::stream).flatMap(part -> part.body()
                    .steps());
        }
    }

    record FilterDraft(TypeDraft type, Optional<Term> condition) {

        String text() {
            return type.name() + condition.map(c -> "[" + c.text() + "]").orElse("");
        }

        Stream<FilterDraft> simpler() {
            return Simpler.optional(condition, Term::simpler).map(c -> new FilterDraft(type, c));
        }
    }

    /** {@code not (X or Y) for 2s}. */
    record NotDraft(List<FilterDraft> forbidden, OptionalLong forMillis) {

        String text() {
            String filters = forbidden.stream().map(FilterDraft::text).collect(Collectors.joining(" or "));
            return "not " + (forbidden.size() == 1 ? filters : "(" + filters + ")");
        }

        String textWithTime() {
            return text() + (forMillis.isPresent() ? " for " + forMillis.getAsLong() + "ms" : "");
        }

        Stream<NotDraft> simpler() {
            Stream<NotDraft> filters = Simpler.list(forbidden, FilterDraft::simpler)
                    .filter(list -> !list.isEmpty())
                    .map(list -> new NotDraft(list, forMillis));
            return forMillis.isEmpty()
                    ? filters
                    : Stream.concat(filters, Stream.of(new NotDraft(forbidden, OptionalLong.empty())));
        }
    }

    /** A part of a sequence with what stands before it. */
    record PartDraft(String word, OptionalLong gapMillis, List<NotDraft> nots, PatternDraft body) {

        static PartDraft next(PatternDraft body) {
            return new PartDraft("", OptionalLong.empty(), List.of(), body);
        }

        Stream<PartDraft> simpler() {
            List<PartDraft> simpler = new ArrayList<>();
            if (!word.isEmpty()) {
                simpler.add(new PartDraft("", gapMillis, nots, body));
            }
            if (gapMillis.isPresent()) {
                simpler.add(new PartDraft(word, OptionalLong.empty(), nots, body));
            }
            Simpler.list(nots, NotDraft::simpler)
                    .forEach(list -> simpler.add(new PartDraft(word, gapMillis, list, body)));
            body.simpler().forEach(b -> simpler.add(new PartDraft(word, gapMillis, nots, b)));
            return simpler.stream();
        }
    }

    /** A sequence. */
    static String text(List<PartDraft> parts) {
        StringBuilder text = new StringBuilder();
        for (PartDraft part : parts) {
            for (NotDraft not : part.nots()) {
                text.append(text.isEmpty() ? "" : " then ").append(not.textWithTime());
            }
            if (!text.isEmpty()) {
                text.append(" then ").append(part.word().isEmpty() ? "" : part.word() + " ");
                part.gapMillis()
                        .ifPresent(
                                millis -> text.append("within ").append(millis).append("ms "));
            }
            text.append(part.body().text());
        }
        return text.toString();
    }

    static Stream<List<PartDraft>> simpler(List<PartDraft> parts) {
        Stream<List<PartDraft>> flatter = parts.stream()
                .filter(part -> part.body() instanceof GroupDraft group
                        && group.members().size() == 1
                        && parts.size() == 1)
                .map(part -> ((GroupDraft) part.body()).members().get(0));
        return Stream.concat(flatter, Simpler.list(parts, PartDraft::simpler)).filter(list -> !list.isEmpty());
    }
}
