package io.tripline.engine.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one input has caused so far. */
final class Reactions {

    /** @param firingOrNull a match that is new and takes effect; null where one is gone or has changed */
    record Reaction(Outcome outcome, Firing firingOrNull) {}

    private static final Comparator<Reaction> ORDER = Comparator.comparing(Reaction::outcome, OutcomeOrder.INSTANCE);

    private final List<Reaction> reactions = new ArrayList<>();
    /** Matches that are gone since the last {@link #takeAll}, by the ids of their alerts. */
    private final Map<String, Firing> takenBack = new TreeMap<>();

    private long sequence;
    private int ordinal;
    private BigDecimal points = BigDecimal.ZERO;

    /** What follows is caused by that input, or by that derived event of it. */
    void begin(long inputSequence, int derivedOrdinal) {
        sequence = inputSequence;
        ordinal = derivedOrdinal;
        takenBack.clear();
    }

    void fired(Firing firing) {
        if (firing.isSilent()) {
            return;
        }
        String id = firing.alert().id();
        Firing before = takenBack.remove(id);
        if (before == null) {
            reactions.add(new Reaction(new Outcome.Fired(sequence, ordinal, firing.alert()), firing));
            return;
        }
        // The same match as before, of a row that was revised: its effects are done.
        reactions.removeIf(reaction -> reaction.outcome() instanceof Outcome.Retracted retracted
                && retracted.alert().id().equals(id));
        if (!before.alert().message().equals(firing.alert().message())) {
            amended(firing);
        }
    }

    void amended(Firing firing) {
        if (!firing.isSilent() && firing.raisesAlert()) {
            reactions.add(new Reaction(new Outcome.Amended(sequence, ordinal, firing.alert()), null));
        }
    }

    void retracted(Firing firing) {
        if (!firing.isSilent()) {
            takenBack.put(firing.alert().id(), firing);
        }
        if (!firing.isSilent() && firing.raisesAlert()) {
            reactions.add(new Reaction(new Outcome.Retracted(sequence, ordinal, firing.alert()), null));
        }
    }

    /** Something that has no effect beside being told. */
    void say(Outcome outcome) {
        reactions.add(new Reaction(outcome, null));
    }

    /** A rule has fired on the very event under test. */
    void scored(Firing firing) {
        points = points.add(firing.consequence().points());
    }

    long sequence() {
        return sequence;
    }

    /** The sum of the scores so far. */
    BigDecimal points() {
        return points;
    }

    boolean isEmpty() {
        return reactions.isEmpty();
    }

    /** Everything so far in the order of the outcomes; nothing is left. */
    List<Reaction> takeAll() {
        takenBack.clear();
        reactions.sort(ORDER);
        List<Reaction> all = List.copyOf(reactions);
        reactions.clear();
        return all;
    }

    /** The sum of the scores so far; nothing is left. */
    BigDecimal takePoints() {
        BigDecimal sum = points;
        points = BigDecimal.ZERO;
        return sum;
    }
}
