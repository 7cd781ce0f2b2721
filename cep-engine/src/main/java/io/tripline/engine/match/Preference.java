package io.tripline.engine.match;

import io.tripline.engine.program.Loop;
import io.tripline.engine.program.Move;
import java.util.Arrays;
import java.util.List;

/**
 * Which of two complete matches with one start is reported: the one with more rounds of the repetition written first,
 * outer before inner. Two that are alike in all rounds differ in what they passed over; then the one that took the
 * earlier event is reported.
 */
final class Preference {

    private static final int NOT_ENTERED = -1;

    private int[] rounds = new int[8];
    private int size;

    private Preference() {}

    static boolean prefers(PartialMatch candidate, PartialMatch best, int loops) {
        int[] candidateRounds = roundsOf(candidate, loops);
        int[] bestRounds = roundsOf(best, loops);
        int difference = Arrays.mismatch(candidateRounds, bestRounds);
        if (difference >= 0 && difference < Math.min(candidateRounds.length, bestRounds.length)) {
            return candidateRounds[difference] > bestRounds[difference];
        }
        return tookEarlier(candidate.captures(), best.captures());
    }

    private static boolean tookEarlier(List<Capture> candidate, List<Capture> best) {
        for (int i = 0; i < Math.min(candidate.size(), best.size()); i++) {
            var one = candidate.get(i).event();
            var other = best.get(i).event();
            if (one != other) {
                return one.timeNanos() != other.timeNanos()
                        ? one.timeNanos() < other.timeNanos()
                        : one.sequence() < other.sequence();
            }
        }
        return false;
    }

    /** The rounds of each repetition in the order of writing; those inside one, round by round. */
    private static int[] roundsOf(PartialMatch match, int loops) {
        int[] places = new int[loops];
        Arrays.fill(places, NOT_ENTERED);
        Preference all = new Preference();
        for (Capture capture : match.captures()) {
            for (Move move : capture.way().moves()) {
                all.go(move, places);
            }
        }
        return Arrays.copyOf(all.rounds, all.size);
    }

    private void go(Move move, int[] places) {
        Loop loop = move.loop();
        int number = loop.number();
        if (move instanceof Move.Enter) {
            places[number] = size;
            add(1);
            forgetInner(loop, places);
        } else if (move instanceof Move.NextRound) {
            rounds[places[number]]++;
            forgetInner(loop, places);
        } else if (move instanceof Move.Skip || move instanceof Move.GiveUp && places[number] == NOT_ENTERED) {
            add(0);
        }
    }

    private static void forgetInner(Loop loop, int[] places) {
        Arrays.fill(places, loop.number() + 1, loop.lastInner() + 1, NOT_ENTERED);
    }

    private void add(int count) {
        if (size == rounds.length) {
            rounds = Arrays.copyOf(rounds, 2 * size);
        }
        rounds[size++] = count;
    }
}
