package io.tripline.engine.match;

import io.tripline.engine.aggregate.Accumulation;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Captures;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.expression.StepAccumulator;
import io.tripline.engine.program.Loop;
import io.tripline.engine.program.Move;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A match on its way: what it has taken and which round each repetition is in. A complete one is what {@link Matcher}
 * gives out.
 */
public final class PartialMatch implements Captures {

    private static final int ALL = Integer.MAX_VALUE;
    private static final int[] NO_ROUNDS = {};
    private static final Capture[] NO_CAPTURES = {};

    private final Program program;
    private final Event start;
    private final Capture[] latest;
    private final int[] rounds;
    /** For each repetition, what had been taken when its round began. */
    private final Capture[] roundBases;

    private Capture last;
    /** Captures with a higher ordinal are not seen: a condition behind a round to be given up sees the match without it. */
    private int visible = ALL;

    /** A match that begins with an event. */
    PartialMatch(Program program, Event start) {
        int loops = program.loops().length;
        this.program = program;
        this.start = start;
        this.latest = new Capture[program.steps().length];
        this.rounds = loops == 0 ? NO_ROUNDS : new int[loops];
        this.roundBases = loops == 0 ? NO_CAPTURES : new Capture[loops];
    }

    private PartialMatch(PartialMatch other) {
        this.program = other.program;
        this.start = other.start;
        this.latest = other.latest.clone();
        this.rounds = other.rounds.length == 0 ? NO_ROUNDS : other.rounds.clone();
        this.roundBases = other.roundBases.length == 0 ? NO_CAPTURES : other.roundBases.clone();
        this.last = other.last;
    }

    PartialMatch copy() {
        return new PartialMatch(this);
    }

    /** The event it began with. */
    Event start() {
        return start;
    }

    Capture last() {
        return last;
    }

    /** Whether the rounds allow to go that way. */
    boolean isOpen(Way way) {
        return allow(way.moves());
    }

    private boolean allow(List<Move> moves) {
        for (int i = 0; i < moves.size(); i++) {
            if (!allows(moves.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean allows(Move move) {
        Loop loop = move.loop();
        int round = rounds[loop.number()];
        if (move instanceof Move.Leave) {
            return round >= loop.min();
        } else if (move instanceof Move.NextRound) {
            return round < loop.max();
        } else if (move instanceof Move.GiveUp giveUp) {
            // A round with nothing before it holds the start, and is not given up.
            return round - 1 >= loop.min()
                    && roundBases[loop.number()] != null
                    && giveUp.endings().stream().noneMatch(this::allow);
        }
        return true;
    }

    /** Shows the match as a condition on that way must see it, until {@link #showAll}. */
    void showKeptBy(Way way) {
        visible = ALL;
        List<Move> moves = way.moves();
        for (int i = 0; i < moves.size(); i++) {
            if (moves.get(i) instanceof Move.GiveUp giveUp) {
                visible = Math.min(visible, roundBases[giveUp.loop().number()].ordinal());
            }
        }
    }

    void showAll() {
        visible = ALL;
    }

    /** Goes that way and takes the event. */
    void take(Way way, Event event) {
        visible = ALL;
        for (int i = 0; i < way.moves().size(); i++) {
            go(way.moves().get(i));
        }
        last = new Capture(event, way, last, latest[way.step()]);
        latest[way.step()] = last;
    }

    private void go(Move move) {
        int loop = move.loop().number();
        if (move instanceof Move.Enter) {
            rounds[loop] = 1;
            roundBases[loop] = last;
        } else if (move instanceof Move.NextRound) {
            rounds[loop]++;
            roundBases[loop] = last;
        } else if (move instanceof Move.GiveUp) {
            dropBehind(roundBases[loop]);
        }
    }

    private void dropBehind(Capture base) {
        while (last != base) {
            latest[last.step()] = last.previousOfStepOrNull();
            last = last.previousOrNull();
        }
    }

    /** Whether nothing more must be taken. */
    boolean isComplete() {
        for (Way end : program.ends(last.step())) {
            if (isOpen(end)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Event latestOrNull(int step) {
        Capture capture = visibleOrNull(step);
        return capture == null ? null : capture.event();
    }

    @Override
    public int count(int step) {
        Capture capture = visibleOrNull(step);
        return capture == null ? 0 : capture.countOfStep();
    }

    @Override
    public Accumulation accumulated(StepAccumulator accumulator, Scope scope) {
        Capture capture = visibleOrNull(accumulator.step());
        return capture == null ? accumulator.none() : capture.accumulated(accumulator, program.accumulators(), scope);
    }

    private Capture visibleOrNull(int step) {
        Capture capture = latest[step];
        while (capture != null && capture.ordinal() > visible) {
            capture = capture.previousOfStepOrNull();
        }
        return capture;
    }

    /** The events a step has taken, in their order. */
    public List<Event> taken(int step) {
        List<Event> events = new ArrayList<>();
        for (Capture capture = latest[step]; capture != null; capture = capture.previousOfStepOrNull()) {
            events.add(capture.event());
        }
        Collections.reverse(events);
        return events;
    }

    /** What it has taken, in order. */
    List<Capture> captures() {
        List<Capture> captures = new ArrayList<>();
        for (Capture capture = last; capture != null; capture = capture.previousOrNull()) {
            captures.add(capture);
        }
        Collections.reverse(captures);
        return captures;
    }
}
