package io.tripline.dsl.check;

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
 */
record Scope(
        RuleNames rule,
        Optional<TestedEvent> event,
        Optional<String> eventName,
        OptionalInt ownStep,
        Set<Integer> taken,
        boolean aggregates) {

    /**
     * The event under test.
     *
     * @param shape empty when its type is not known
     */
    record TestedEvent(String type, Optional<EventShape> shape) {}

    /** The filter and the condition of a rule that is {@code on} an event, and its message. */
    static Scope ofOn(RuleNames rule, Step step) {
        return new Scope(
                rule,
                Optional.of(new TestedEvent(step.event(), step.shape())),
                step.named() ? Optional.of(step.name()) : Optional.empty(),
                OptionalInt.empty(),
                Set.of(),
                true);
    }

    /** The condition of a step of a match. */
    static Scope ofStep(RuleNames rule, Step step) {
        return new Scope(
                rule,
                Optional.of(new TestedEvent(step.event(), step.shape())),
                Optional.empty(),
                OptionalInt.of(step.number()),
                step.before(),
                true);
    }

    /** The message of a match: all steps are there, and no event is under test. */
    static Scope ofMatch(RuleNames rule) {
        return new Scope(
                rule,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                rule.steps().stream().map(Step::number).collect(Collectors.toSet()),
                true);
    }

    /** The condition on an event that is no step: what must not come, what ends a repetition. */
    static Scope ofOther(RuleNames rule, String type, Optional<EventShape> shape, Set<Integer> taken) {
        return new Scope(
                rule, Optional.of(new TestedEvent(type, shape)), Optional.empty(), OptionalInt.empty(), taken, true);
    }

    /** Inside of an aggregate: the events it is over, one by one, and nothing else. */
    static Scope ofAggregate(RuleNames rule, String sourceName, TestedEvent event) {
        return new Scope(rule, Optional.of(event), Optional.of(sourceName), OptionalInt.empty(), Set.of(), false);
    }

    boolean isEventName(String name) {
        return eventName.filter(name::equals).isPresent();
    }
}
