package io.tripline.engine.match;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.engine.aggregate.Accumulation;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Captures;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.expression.StepAccumulator;
import io.tripline.engine.program.Consequence;
import io.tripline.engine.program.Loop;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import io.tripline.engine.program.Without;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A match on its way: what it has taken, which round each repetition is in, and which ways on are closed. A complete one
 * is what {@link Matcher} gives out.
 *
 * <p>In the middle of a further round of a repetition it holds, for the way out, the match as it was before that round:
 * it looks at every event as if it were still waiting there, and taking the way out is going on from it.
 */
public final class PartialMatch implements Captures {

    private static final Capture[] NO_CAPTURES = {};

    private final Program program;
    private final Event start;
    private final Capture[] latest;
    private final Rounds rounds;
    private Capture last;

    /** The ways on that are closed, by place; those to the end behind the others. */
    private NumberSet closed = NumberSet.EMPTY;
    /** A bit for each {@code without} that an event has broken since its first step's latest event. */
    private long broken;
    /** Never changed in place: matches share it. */
    private List<WayOut> waysOut = List.of();
    /** Repetitions whose next round, for those who hold this match for a way out, has begun and has no way out any more. */
    private NumberSet lostRounds = NumberSet.EMPTY;

    private Consequence consequence;
    /** Whether a match of the same events has been reported already. */
    private boolean reported;

    /** A match that begins with an event. */
    PartialMatch(Program program, Event start) {
        this.program = program;
        this.start = start;
        this.latest = program.steps().length == 0 ? NO_CAPTURES : new Capture[program.steps().length];
        this.rounds = new Rounds(program);
    }

    private PartialMatch(PartialMatch other) {
        this.program = other.program;
        this.start = other.start;
        this.latest = other.latest.clone();
        this.rounds = other.rounds.copy();
        this.last = other.last;
        this.closed = other.closed;
        this.broken = other.broken;
        this.consequence = other.consequence;
        this.reported = other.reported;
        this.lostRounds = other.lostRounds;
        this.waysOut = other.waysOut.isEmpty() ? List.of() : copies(other.waysOut);
    }

    private static List<WayOut> copies(List<WayOut> waysOut) {
        List<WayOut> copies = new ArrayList<>(waysOut.size());
        for (WayOut out : waysOut) {
            copies.add(new WayOut(out.loop(), out.kept().copy()));
        }
        return copies;
    }

    PartialMatch copy() {
        return new PartialMatch(this);
    }

    /** The event it began with. */
    public Event start() {
        return start;
    }

    Capture last() {
        return last;
    }

    /** The event it took last. */
    public Event lastEvent() {
        return last.event();
    }

    List<WayOut> waysOut() {
        return waysOut;
    }

    /** What would come of it now, where that must be known before the match is complete; null where it need not. */
    public Consequence consequenceOrNull() {
        return consequence;
    }

    void setConsequence(Consequence atLastEvent) {
        consequence = atLastEvent;
    }

    /** Whether the rounds allow to go that way. */
    boolean allows(Way way) {
        return rounds.allow(way.moves());
    }

    /** Whether an event at a time may be taken on the way at that place. */
    boolean isOpen(int place, Way way, long timeNanos) {
        if (!rounds.allow(way.moves())) {
            return false;
        }
        return !program.closesWays()
                || !closed.has(place)
                        && way.fitsGap(last.event().timeNanos(), timeNanos)
                        && !isBroken(way)
                        && !(program.closesLoops() && rounds.isClosed(way));
    }

    private boolean isBroken(Way way) {
        if (broken == 0) {
            return false;
        }
        for (Without without : program.withouts()) {
            if (without.to() == way.step() && latest[way.step()] == null && (broken & 1L << without.number()) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing more must be taken, and no event has forbidden the end. */
    boolean canEnd() {
        return canEnd(null);
    }

    /** Whether the match can end on a way that leads out of the repetition; null for any way. */
    boolean canEnd(Loop outOfOrNull) {
        Way[] ends = program.ends(last.step());
        int before = program.ways(last.step()).length;
        for (int i = 0; i < ends.length; i++) {
            if ((outOfOrNull == null || ends[i].leaves(outOfOrNull))
                    && rounds.allow(ends[i].moves())
                    && !closed.has(before + i)) {
                return true;
            }
        }
        return false;
    }

    /** The way on which it ends; there must be one. */
    Way end() {
        for (Way end : program.ends(last.step())) {
            if (rounds.allow(end.moves())) {
                return end;
            }
        }
        throw new IllegalStateException("a match that cannot end has ended");
    }

    /** Whether some way to a further event is open, whatever its time. */
    boolean canGoOn() {
        Way[] ways = program.ways(last.step());
        for (int i = 0; i < ways.length; i++) {
            if (isOpenSomeTime(i, ways[i])) {
                return true;
            }
        }
        for (WayOut out : waysOut) {
            if (out.kept().leadsOut(out.loop(), false)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpenSomeTime(int place, Way way) {
        return rounds.allow(way.moves())
                && !closed.has(place)
                && !isBroken(way)
                && !(program.closesLoops() && rounds.isClosed(way));
    }

    /** Whether a way out of the repetition is open that is not {@code any}: those are waited for by the match before. */
    boolean leadsOut(Loop loop, boolean endsCount) {
        Way[] ways = program.ways(last.step());
        for (int i = 0; i < ways.length; i++) {
            if (ways[i].leaves(loop) && ways[i].contiguity() != Contiguity.ANY && isOpenSomeTime(i, ways[i])) {
                return true;
            }
        }
        return endsCount && canEnd(loop);
    }

    /** Whether some way on is {@code any}. */
    boolean waitsForAny() {
        Way[] ways = program.ways(last.step());
        for (int i = 0; i < ways.length; i++) {
            if (ways[i].contiguity() == Contiguity.ANY && !closed.has(i)) {
                return true;
            }
        }
        return false;
    }

    /** One of the ways that are not {@code any} has taken the event: from now on only those that are stay open. */
    void waitForAnyOnly() {
        Way[] ways = program.ways(last.step());
        for (int i = 0; i < ways.length; i++) {
            if (ways[i].contiguity() != Contiguity.ANY) {
                closed = closed.with(i);
            }
        }
        for (int i = 0; i < program.ends(last.step()).length; i++) {
            closed = closed.with(ways.length + i);
        }
        waysOut = List.of();
    }

    /** Closes the repetitions that the event under test closes, where it could be taken next. */
    void closeLoops(EventFits fits, Scope scope) {
        Closing closing = new Closing(fits, scope);
        closing.lookAt(this, null);
        for (WayOut out : waysOut) {
            closing.lookAt(out.kept(), out.loop());
        }
        closing.closed().forEach(this::close);
    }

    private void close(Instance instance) {
        rounds.close(instance);
        waysOut.forEach(out -> out.kept().close(instance));
    }

    Program program() {
        return program;
    }

    Rounds rounds() {
        return rounds;
    }

    /** The event under test has come and was not taken: it closes what it forbids. */
    void pass(EventFits fits, Scope scope) {
        scope.showCaptures(this);
        long after = scope.event().timeNanos() - last.event().timeNanos();
        Way[] ways = program.ways(last.step());
        for (int i = 0; i < ways.length; i++) {
            boolean missed = ways[i].contiguity() == Contiguity.IMMEDIATE && fits.isNamed();
            if (missed || Closing.isForbidden(ways[i].bans(), fits, after, scope)) {
                closed = closed.with(i);
            }
        }
        if (program.terms().deadline().isPresent()
                && fits.breaks(program.terms().deadline().get(), after, scope)) {
            for (int i = 0; i < program.ends(last.step()).length; i++) {
                closed = closed.with(ways.length + i);
            }
        }
        breakWithouts(fits, scope);
        for (WayOut out : waysOut) {
            out.kept().pass(fits, scope);
        }
    }

    private void breakWithouts(EventFits fits, Scope scope) {
        for (Without without : program.withouts()) {
            if (latest[without.from()] != null && latest[without.to()] == null) {
                scope.showCaptures(this);
                if (fits.fits(without.forbidden(), scope)) {
                    broken |= 1L << without.number();
                }
            }
        }
    }

    /** The event under test is taken by another step: it breaks what it forbids all the same. */
    void breakBy(EventFits fits, Scope scope) {
        if (program.withouts().length > 0) {
            breakWithouts(fits, scope);
        }
    }

    /** Goes that way and takes the event. */
    void take(Way way, Event event) {
        rounds.go(way.moves());
        last = new Capture(event, way, last, latest[way.step()]);
        latest[way.step()] = last;
        closed = NumberSet.EMPTY;
        lostRounds = NumberSet.EMPTY;
        reported = false;
        for (Without without : program.withouts()) {
            if (without.from() == way.step()) {
                broken &= ~(1L << without.number());
            }
        }
    }

    /** Whether the round of the repetition that began behind it has no way out any more. */
    boolean hasLostRound(Loop loop) {
        return lostRounds.has(loop.number());
    }

    void loseRound(Loop loop) {
        lostRounds = lostRounds.with(loop.number());
    }

    /** Whether another, which goes on from this one, is in a later round of the repetition. */
    boolean isBeforeRoundOf(PartialMatch other, Loop loop) {
        return rounds.isBehind(other.rounds, loop);
    }

    /** Sets the ways out of unfinished rounds. */
    void setWaysOut(List<WayOut> open) {
        waysOut = open;
    }

    /** Whether the round that the repetition is in could end now. */
    boolean couldEndRound(Loop loop) {
        return program.roundEndings(last.step(), loop).stream().anyMatch(rounds::allow);
    }

    @Override
    public Event latestOrNull(int step) {
        return latest[step] == null ? null : latest[step].event();
    }

    @Override
    public Event previousOrNull(int step) {
        Capture previous = latest[step] == null ? null : latest[step].previousOfStepOrNull();
        return previous == null ? null : previous.event();
    }

    @Override
    public int count(int step) {
        return latest[step] == null ? 0 : latest[step].countOfStep();
    }

    @Override
    public Accumulation accumulated(StepAccumulator accumulator, Scope scope) {
        Capture capture = latest[accumulator.step()];
        return capture == null ? accumulator.none() : capture.accumulated(accumulator, program.accumulators(), scope);
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

    boolean isReported() {
        return reported;
    }

    /** If it has taken just what a reported match has, it is not to be reported as long as it takes no more. */
    void noteReported(PartialMatch match) {
        reported |= hasTakenTheSameAs(match);
        waysOut.forEach(out -> out.kept().noteReported(match));
    }

    /** Whether the same steps have taken the same events. */
    boolean hasTakenTheSameAs(PartialMatch other) {
        Capture mine = last;
        Capture theirs = other.last;
        while (mine != theirs) {
            if (mine == null || theirs == null || mine.step() != theirs.step() || mine.event() != theirs.event()) {
                return false;
            }
            mine = mine.previousOrNull();
            theirs = theirs.previousOrNull();
        }
        return true;
    }

    /** Writes it; the program is known to who reads it. */
    void writeState(MatchWriter out) {
        out.captures(last);
        StateWriter state = out.state();
        rounds.writeState(state);
        closed.writeState(state);
        lostRounds.writeState(state);
        state.number(broken).flag(reported).flag(consequence != null);
        if (consequence != null) {
            consequence.writeState(state);
        }
        state.number(waysOut.size());
        for (WayOut wayOut : waysOut) {
            state.number(wayOut.loop().number());
            wayOut.kept().writeState(out);
        }
    }

    static PartialMatch read(Program program, MatchReader in) {
        Capture last = in.captures();
        Capture first = last;
        while (first.previousOrNull() != null) {
            first = first.previousOrNull();
        }
        PartialMatch match = new PartialMatch(program, first.event());
        match.last = last;
        // What a step has taken last is the last capture of its own on the way back.
        for (Capture capture = last; capture != null; capture = capture.previousOrNull()) {
            if (match.latest[capture.step()] == null) {
                match.latest[capture.step()] = capture;
            }
        }
        StateReader state = in.state();
        match.rounds.readState(state);
        match.closed = NumberSet.read(state);
        match.lostRounds = NumberSet.read(state);
        match.broken = state.number();
        match.reported = state.flag();
        match.consequence = state.flag() ? Consequence.read(state) : null;
        int open = state.count();
        List<WayOut> waysOut = new ArrayList<>(open);
        for (int i = 0; i < open; i++) {
            waysOut.add(new WayOut(program.loops()[state.count()], read(program, in)));
        }
        match.waysOut = open == 0 ? List.of() : waysOut;
        return match;
    }
}
