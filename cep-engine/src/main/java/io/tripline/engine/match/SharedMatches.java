package io.tripline.engine.match;

import io.tripline.engine.event.Event;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All partial matches of one key at once, for a pattern whose steps follow each other by {@code then any} and look at
 * nothing but their own event.
 *
 * <p>There are as many of these as there are ways to choose, and nothing tells them apart before one is complete. So a
 * step keeps each event that fits it once: an event that can be taken follows all of the step before that came earlier. This
 * is the shared graph of CORE (Bucchi, Grez, Quintana, Riveros and Vansummeren, "CORE: a Complex Event Recognition
 * Engine", VLDB 2022) for a pattern without branches, where a union is the beginning of a queue. An event costs the same
 * however many partial matches there are; matches are enumerated when an event completes them, with a step each.
 *
 * <p>By the latest start that leads to an event it is known how long it is of use: these rise along a queue, so what is out
 * of time, or over a limit, stands at its front.
 */
final class SharedMatches {

    private static final StepEvents NOTHING = new StepEvents();

    private final Program program;
    /** By step, the last one aside; null where nothing has come. */
    private final StepEvents[] taken;

    private long places;
    private long starts;
    private int size;
    private int startsNotReported;

    SharedMatches(Program program) {
        this.program = program;
        this.taken = new StepEvents[program.steps().length - 1];
    }

    private SharedMatches(SharedMatches other) {
        this(other.program);
        for (int step = 0; step < taken.length; step++) {
            taken[step] = other.taken[step] == null ? null : other.taken[step].copy();
        }
        this.places = other.places;
        this.starts = other.starts;
        this.size = other.size;
    }

    SharedMatches copy() {
        return new SharedMatches(this);
    }

    /** How many events are kept, each as often as there are steps that may have taken it. */
    int size() {
        return size;
    }

    private boolean isEmpty(int step) {
        return taken[step] == null || taken[step].size() == 0;
    }

    /** Lets go of what began longer ago than the rule allows. */
    void dropOutOfTime(long timeNanos) {
        if (program.withinNanos() == Program.UNBOUNDED || isEmpty(0)) {
            return;
        }
        boolean dropped = false;
        while (!isEmpty(0) && timeNanos - taken[0].event(0).timeNanos() > program.withinNanos()) {
            removeFirst(0);
            dropped = true;
        }
        if (dropped) {
            dropUnreachable();
        }
    }

    /**
     * Drops the oldest starts until no more than so many events are kept.
     *
     * @return how many starts are dropped, with those that {@link #complete} has not reported all matches of
     */
    int dropOverLimit(int limit) {
        int dropped = startsNotReported;
        startsNotReported = 0;
        while (size > limit) {
            dropOldest();
            dropped++;
        }
        return dropped;
    }

    /** The event that started first, or null. */
    Event oldestStartOrNull() {
        return isEmpty(0) ? null : taken[0].event(0);
    }

    void dropOldest() {
        removeFirst(0);
        dropUnreachable();
    }

    private void removeFirst(int step) {
        taken[step].removeFirst();
        size--;
    }

    /** What only starts that are gone lead to goes too. */
    private void dropUnreachable() {
        long firstStart = isEmpty(0) ? starts : taken[0].latestStart(0);
        for (int step = 1; step < taken.length; step++) {
            while (!isEmpty(step) && taken[step].latestStart(0) < firstStart) {
                removeFirst(step);
            }
        }
    }

    void clear() {
        for (int step = 0; step < taken.length; step++) {
            taken[step] = null;
        }
        size = 0;
    }

    /** Whether an event that fits the last step completes a match. */
    boolean canComplete() {
        return !isEmpty(taken.length - 1);
    }

    /** Every step that an event fits may take it. */
    void take(boolean[] fits, Event event) {
        // From the last one, so that the event does not follow itself.
        for (int step = taken.length - 1; step >= 0; step--) {
            if (fits[step] && (step == 0 || !isEmpty(step - 1))) {
                if (taken[step] == null) {
                    taken[step] = new StepEvents();
                }
                long start = step == 0 ? starts++ : taken[step - 1].latestStart(taken[step - 1].size() - 1);
                taken[step].add(event, places, start);
                size++;
            }
        }
        places++;
    }

    /**
     * The matches that an event at the end completes, in the order of what they have taken.
     *
     * @param most of more than so many only those that started last
     */
    List<PartialMatch> complete(Event last, int most) {
        int steps = taken.length;
        int[] lastUseful = new int[steps];
        long before = Long.MAX_VALUE;
        for (int step = steps - 1; step >= 0; step--) {
            lastUseful[step] = taken[step].lastBefore(before);
            before = taken[step].place(lastUseful[step]);
        }
        List<List<PartialMatch>> byStart = new ArrayList<>();
        int[] chosen = new int[steps];
        // One more than may be, to know whether there is one more.
        int room = most + 1;
        int start = lastUseful[0];
        for (; start >= 0 && room > 0; start--) {
            chosen[0] = start;
            List<PartialMatch> ofStart = new ArrayList<>();
            choose(1, chosen, lastUseful, last, room, ofStart);
            room -= ofStart.size();
            byStart.add(ofStart);
        }
        if (room == 0) {
            List<PartialMatch> oldest = byStart.get(byStart.size() - 1);
            oldest.remove(oldest.size() - 1);
            startsNotReported += start + 2;
        }
        Collections.reverse(byStart);
        List<PartialMatch> all = new ArrayList<>();
        byStart.forEach(all::addAll);
        return all;
    }

    private void choose(int step, int[] chosen, int[] lastUseful, Event last, int room, List<PartialMatch> into) {
        if (step == taken.length) {
            into.add(match(chosen, last));
            return;
        }
        long after = taken[step - 1].place(chosen[step - 1]);
        int from = taken[step].lastBefore(after + 1) + 1;
        for (int rank = from; rank <= lastUseful[step] && into.size() < room; rank++) {
            chosen[step] = rank;
            choose(step + 1, chosen, lastUseful, last, room, into);
        }
    }

    private PartialMatch match(int[] chosen, Event last) {
        PartialMatch match = new PartialMatch(program, taken[0].event(chosen[0]));
        Way way = program.starts()[0];
        for (int step = 0; step < chosen.length; step++) {
            match.take(way, taken[step].event(chosen[step]));
            way = program.ways(step)[0];
        }
        match.take(way, last);
        return match;
    }

    void writeState(StateWriter out) {
        out.number(places).number(starts);
        for (int step = 0; step < taken.length; step++) {
            (isEmpty(step) ? NOTHING : taken[step]).writeState(out);
        }
    }

    /** What is empty becomes what was written. */
    void readState(StateReader in) {
        places = in.number();
        starts = in.number();
        for (int step = 0; step < taken.length; step++) {
            taken[step] = new StepEvents();
            taken[step].readState(in);
            size += taken[step].size();
        }
    }
}
