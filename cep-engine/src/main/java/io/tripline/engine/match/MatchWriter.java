package io.tripline.engine.match;

import io.tripline.engine.event.Event;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import io.tripline.engine.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the partial matches of one key. What they have taken is a tree, since many begin alike: a capture is written once,
 * and two that have taken the same on the same ways are one, whether or not they share it in memory.
 */
public final class MatchWriter {

    /** What a capture is: what was taken before, numbered from 1, the way from there, and the event. */
    private record Node(int previous, int way, long sequence, int ordinal) {}

    private final Program program;
    private final StateWriter state;
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();
    private final IdentityHashMap<Capture, Integer> known = new IdentityHashMap<>();

    public MatchWriter(Program program, StateWriter state) {
        this.program = program;
        this.state = state;
    }

    /** Where it writes to. */
    public StateWriter state() {
        return state;
    }

    /** Writes all that a match has taken: the number of the last capture written before, and those behind it. */
    void captures(Capture last) {
        List<Capture> unknown = new ArrayList<>();
        Capture capture = last;
        while (capture != null && !known.containsKey(capture)) {
            unknown.add(capture);
            capture = capture.previousOrNull();
        }
        int number = capture == null ? 0 : known.get(capture);
        int left = unknown.size();
        for (; left > 0; left--) {
            Integer same = numbers.get(node(number, unknown.get(left - 1)));
            if (same == null) {
                break;
            }
            number = same;
            known.put(unknown.get(left - 1), number);
        }
        state.number(number).number(left);
        for (; left > 0; left--) {
            Capture next = unknown.get(left - 1);
            state.number(way(next)).event(next.event());
            numbers.put(node(number, next), numbers.size() + 1);
            number = numbers.size();
            known.put(next, number);
        }
    }

    private Node node(int previous, Capture capture) {
        Event event = capture.event();
        return new Node(previous, way(capture), event.sequence(), event.ordinal());
    }

    /** The place of its way among those that lead on from where the match was. */
    private int way(Capture capture) {
        Capture previous = capture.previousOrNull();
        Way[] ways = previous == null ? program.starts() : program.ways(previous.step());
        return Arrays.asList(ways).indexOf(capture.way());
    }
}
