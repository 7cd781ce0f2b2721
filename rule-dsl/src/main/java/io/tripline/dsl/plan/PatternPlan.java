package io.tripline.dsl.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a match looks like. */
public sealed interface PatternPlan {

    /** Stands for "no upper bound" in {@link Repeat#max}. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /**
     * One event.
     *
     * @param number the step's place in the order of writing, counted from 0; expressions name steps by it
     * @param name what the rule calls it; made up from the event's name where the rule gives none
     * @param event the name of the event type
     * @param condition what the event and the steps before it must satisfy; the event's own fields are {@link
     *     ExpressionPlan.CurrentField}s
     */
    record Step(int number, String name, String event, Optional<ExpressionPlan> condition) implements PatternPlan {}

    /**
     * The body between {@code min} and {@code max} times. A {@code max} of {@link #UNBOUNDED} has no limit; {@code
     * max >= 1}, {@code 0 <= min <= max}. The body cannot be empty.
     *
     * @param rounds how a further round follows the one before
     * @param reluctant whether fewer rounds are preferred to more
     * @param until by event type of the body: from the first possible round on, the first event for which it holds
     *     closes the repetition; empty where nothing is said
     */
    record Repeat(
            PatternPlan body,
            int min,
            int max,
            Contiguity rounds,
            boolean reluctant,
            SortedMap<String, ExpressionPlan> until)
            implements PatternPlan {
        public Repeat {
            until = Collections.unmodifiableSortedMap(new TreeMap<>(until));
        }

        /** As often as possible, rounds by {@code then}. */
        public static Repeat greedy(PatternPlan body, int min, int max) {
            return new Repeat(body, min, max, Contiguity.NEXT, false, Collections.emptySortedMap());
        }
    }

    /** The parts one after the other; at least two, or one with an absence before it. */
    record Sequence(List<Part> parts) implements PatternPlan {
        public Sequence {
            parts = List.copyOf(parts);
        }

        /** One {@code then} the other. */
        public static Sequence of(PatternPlan... bodies) {
            return new Sequence(Arrays.stream(bodies).map(Part::next).toList());
        }
    }

    /**
     * A part of a sequence and what is between it and the part before.
     *
     * @param contiguity which event may be the first of this part; of no meaning for the first part of a pattern
     * @param gapNanos longest time from the event taken before to the first of this part
     * @param absences what must not come in between, in the order of writing. One with a time stands first; before the
     *     first part of the pattern it is about the time before the match
     */
    record Part(Contiguity contiguity, OptionalLong gapNanos, List<Absence> absences, PatternPlan body) {
        public Part {
            absences = List.copyOf(absences);
        }

        /** {@code then body}. */
        public static Part next(PatternPlan body) {
            return new Part(Contiguity.NEXT, OptionalLong.empty(), List.of(), body);
        }
    }

    /**
     * {@code not X}, or {@code not X for D}: none of the events for that long, counted from the event taken before.
     *
     * @param forbidden the events that must not come; their conditions may look at the steps taken
     */
    record Absence(List<EventFilter> forbidden, OptionalLong forNanos) {
        public Absence {
            forbidden = List.copyOf(forbidden);
        }
    }

    /** {@code (a or b)}: one of them; when several complete together, the one written first is preferred. */
    record Alternatives(List<PatternPlan> options) implements PatternPlan {
        public Alternatives {
            options = List.copyOf(options);
        }
    }

    /** {@code (a and b)}: all of them in any order. Each is a {@link Step}, or a {@link Repeat} of one. */
    record AnyOrder(List<PatternPlan> members) implements PatternPlan {
        public AnyOrder {
            members = List.copyOf(members);
        }
    }
}
