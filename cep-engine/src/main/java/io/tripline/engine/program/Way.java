package io.tripline.engine.program;

import io.tripline.dsl.plan.Contiguity;
import java.util.List;

/**
 * A way from where a match is to the step that takes the next event, or to the end.
 *
 * @param step the number of that step, or {@link #END}
 * @param moves in their order: out of repetitions, into a further round, past and into others
 * @param contiguity which event may be taken on it
 * @param gapNanos longest time from the event before, or {@link Program#UNBOUNDED}
 * @param bans what closes it
 */
public record Way(int step, List<Move> moves, Contiguity contiguity, long gapNanos, List<Ban> bans) {

    /** Stands for the end of the pattern. */
    public static final int END = -1;

    public Way {
        moves = List.copyOf(moves);
        bans = List.copyOf(bans);
    }

    /** Whether it may be gone whatever the rounds. */
    public boolean isAlwaysOpen() {
        return moves.stream()
                .allMatch(
                        move -> move instanceof Move.Enter || move instanceof Move.Skip || move instanceof Move.Bypass);
    }

    /** Whether nothing but the rounds and the event decides if it may be gone. */
    boolean isPlain() {
        return contiguity == Contiguity.NEXT && gapNanos == Program.UNBOUNDED && bans.isEmpty();
    }

    /** Whether it leads out of the repetition, or past it. */
    public boolean leaves(Loop loop) {
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            if (move instanceof Move.Leave leave && leave.loop().number() == loop.number()
                    || move instanceof Move.Skip skip && skip.loop().number() == loop.number()
                    || move instanceof Move.Bypass bypass && bypass.loop().number() == loop.number()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an event at a time fits into the gap behind another. */
    public boolean fitsGap(long lastNanos, long timeNanos) {
        if (timeNanos - lastNanos > gapNanos) {
            return false;
        }
        for (int i = 0; i < bans.size(); i++) {
            long silence = bans.get(i).forNanos();
            if (silence != Program.UNBOUNDED && timeNanos <= lastNanos + silence) {
                return false;
            }
        }
        return true;
    }
}
