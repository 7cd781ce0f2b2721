package io.tripline.engine.match;

import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import io.tripline.engine.snapshot.StateReader;
import java.util.ArrayList;
import java.util.List;

/** Reads what a {@link MatchWriter} has written of one key. */
public final class MatchReader {
    private final Program program;
    private final StateReader state;
    private final List<Capture> captures = new ArrayList<>();

    public MatchReader(Program program, StateReader state) {
        this.program = program;
        this.state = state;
    }

    /** Where it reads from. */
    public StateReader state() {
        return state;
    }

    /** The last of the captures of a match. */
    Capture captures() {
        int number = state.count();
        Capture last = number == 0 ? null : captures.get(number - 1);
        for (int left = state.count(); left > 0; left--) {
            Way[] ways = last == null ? program.starts() : program.ways(last.step());
            Way way = ways[state.count()];
            last = new Capture(state.eventOrNull(), way, last, latestOrNull(way.step(), last));
            captures.add(last);
        }
        return last;
    }

    /** What a step has taken last, up to a capture. */
    private static Capture latestOrNull(int step, Capture upToOrNull) {
        Capture capture = upToOrNull;
        while (capture != null && capture.step() != step) {
            capture = capture.previousOrNull();
        }
        return capture;
    }
}
