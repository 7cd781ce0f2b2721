package io.tripline.engine.expression;

import io.tripline.engine.event.Event;
import java.math.BigDecimal;

/**
 * What an expression can see: the event under test, what the match has taken, the features of the key. One scope goes
 * through all the rules of an engine; each sets what it shows.
 */
public final class Scope {

    private Event event;
    private Event retained;
    private Captures captures = Captures.NONE;
    private FeatureReadings features = FeatureReadings.NONE;
    private BigDecimal totalScore = BigDecimal.ZERO;

    /** Shows an event that somebody will move on. */
    public void showMoving(Event moving) {
        event = moving;
        retained = null;
    }

    /** Shows an event that stays as it is. */
    public void showRetained(Event staying) {
        event = staying;
        retained = staying;
    }

    /** Shows what was shown before: an event, and its copy or null where there was none yet. */
    public void showAgain(Event shown, Event copyOrNull) {
        event = shown;
        retained = copyOrNull;
    }

    /** The event under test. */
    public Event event() {
        return event;
    }

    /** A copy of the event under test that stays; one for all who ask. */
    public Event retainedEvent() {
        if (retained == null) {
            retained = event.retained();
        }
        return retained;
    }

    /** The copy of the event under test, or null where nobody has asked for one. */
    public Event retainedOrNull() {
        return retained;
    }

    public Captures captures() {
        return captures;
    }

    public void showCaptures(Captures shown) {
        captures = shown;
    }

    public FeatureReadings features() {
        return features;
    }

    public void showFeatures(FeatureReadings shown) {
        features = shown;
    }

    /** What the rules that fired on the event have scored together. */
    public BigDecimal totalScore() {
        return totalScore;
    }

    public void showTotalScore(BigDecimal shown) {
        totalScore = shown;
    }

    /** Puts another event under test, as long as an aggregate looks at it; gives the one to put back. */
    Event exchange(Event other) {
        Event before = event;
        event = other;
        return before;
    }
}
