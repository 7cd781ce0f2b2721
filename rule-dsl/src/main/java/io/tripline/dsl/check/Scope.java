package io.tripline.dsl.check;

import io.tripline.dsl.schema.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What names mean at one place of a rule.
 *
 * @param event the event under test; empty where there is none
 * @param eventName what the event under test is called here: a step of {@code on}, or what an aggregate is over; empty
 *     where only its bare fields can be used
 * @param ownStep the step whose condition this is
 * @param taken numbers of the steps that can have taken an event
 * @param aggregates whether aggregates can be used
 * @param takenAs where the event is one that a step has taken: a computed field of it is looked at
 * @param view the view whose columns these are
 * @param decides whether {@code score} is the sum of the rules' scores
 */
record Scope(
        RuleNames rule,
        Optional<TestedEvent> event,
        Optional<String> eventName,
        OptionalInt ownStep,
        Set<Integer> taken,
        boolean aggregates,
        Optional<Taken> takenAs,
        Optional<ViewNames> view,
        boolean decides) {

    /**
     * The event under test.
     *
     * @param shape empty when its type is not known
     */
    record TestedEvent(String type, Optional<EventShape> shape) {}

    /**
     * An event that a step has taken.
     *
     * @param previous whether it is the one before its latest
     */
    record Taken(int step, boolean previous) {}

    private static Scope of(
            RuleNames rule,
            Optional<TestedEvent> event,
            Optional<String> eventName,
            OptionalInt ownStep,
            Set<Integer> taken,
            boolean aggregates) {
        return new Scope(rule, event, eventName, ownStep, taken, aggregates, Optional.empty(), Optional.empty(), false);
    }

    /** The filter and the condition of a rule that is {@code on} an event, and its message. */
    static Scope ofOn(RuleNames rule, Step step) {
        return of(
                rule,
                Optional.of(new TestedEvent(step.event(), step.shape())),
                step.named() ? Optional.of(step.name()) : Optional.empty(),
                OptionalInt.empty(),
                Set.of(),
                true);
    }

    /** The condition of a step of a match. */
    static Scope ofStep(RuleNames rule, Step step) {
        return of(
                rule,
                Optional.of(new TestedEvent(step.event(), step.shape())),
                Optional.empty(),
                OptionalInt.of(step.number()),
                step.before(),
                true);
    }

    /** The message of a match: all steps are there, and no event is under test. */
    static Scope ofMatch(RuleNames rule) {
        return of(
                rule,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                rule.steps().stream().map(Step::number).collect(Collectors.toSet()),
                true);
    }

    /** The condition on an event that is no step: what must not come, what ends a repetition. */
    static Scope ofOther(RuleNames rule, String type, Optional<EventShape> shape, Set<Integer> taken) {
        return of(rule, Optional.of(new TestedEvent(type, shape)), Optional.empty(), OptionalInt.empty(), taken, true);
    }

    /** Inside of an aggregate: the events it is over, one by one, and nothing else. */
    static Scope ofAggregate(RuleNames rule, String sourceName, TestedEvent event) {
        return of(rule, Optional.of(event), Optional.of(sourceName), OptionalInt.empty(), Set.of(), false);
    }

    /** An event alone, as the source and the groups of a view see it, without windows. */
    static Scope ofEvent(EventTypes events, TestedEvent event) {
        return of(
                RuleNames.none(events),
                Optional.of(event),
                Optional.of(event.type()),
                OptionalInt.empty(),
                Set.of(),
                false);
    }

    /** The conditions of a decision. */
    static Scope ofDecision(RuleNames rule, Step step) {
        Scope on = ofOn(rule, step);
        return new Scope(
                rule, on.event, on.eventName, on.ownStep, on.taken, true, Optional.empty(), Optional.empty(), true);
    }

    /** The columns of a view: groups, and aggregates of what is in a window. */
    static Scope ofView(EventTypes events, ViewNames view, Map<String, Optional<FieldType>> groups, boolean inDoubt) {
        RuleNames names = new RuleNames(events, false, List.of(), groups, inDoubt);
        return new Scope(
                names,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Set.of(),
                true,
                Optional.empty(),
                Optional.of(view),
                false);
    }

    /** A named value: it sees the fields of its event type, where it is of one, and nothing of where it is used. */
    static Scope ofLet(EventTypes events, Optional<TestedEvent> event, boolean aggregates, Optional<Taken> takenAs) {
        return new Scope(
                RuleNames.none(events),
                event,
                Optional.empty(),
                OptionalInt.empty(),
                Set.of(),
                aggregates,
                takenAs,
                Optional.empty(),
                false);
    }

    boolean isEventName(String name) {
        return eventName.filter(name::equals).isPresent();
    }
}
