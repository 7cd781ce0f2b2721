package io.tripline.engine.match;

import io.tripline.engine.event.Event;
import io.tripline.engine.program.Fork;
import io.tripline.engine.program.Group;
import io.tripline.engine.program.Loop;
import io.tripline.engine.program.Move;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * What a complete match has chosen, found by going its ways once more.
 *
 * <p>A choice is known by its path: for each repetition around it that one's place and the round, then its own place, and
 * for a member of a group the member. Sorted, the paths are in the order of writing, outer before inner.
 */
final class Choices {

    private static final int LEFT_OUT = 1;

    /** The lower, the better; of equals the earlier event is. */
    private record Rank(int number, Event eventOrNull) {

        int compareTo(Rank other) {
            if (number != other.number || eventOrNull == null || other.eventOrNull == null) {
                return Integer.compare(number, other.number);
            }
            return Order.compare(eventOrNull, other.eventOrNull);
        }
    }

    private final TreeMap<int[], Rank> ranks = new TreeMap<>(Arrays::compare);
    private final Loop[] loops;
    private final int[] rounds;

    private Choices(PartialMatch match) {
        this.loops = match.program().loops();
        this.rounds = new int[loops.length];
    }

    static Choices of(PartialMatch match) {
        Choices choices = new Choices(match);
        for (Capture capture : match.captures()) {
            capture.way().moves().forEach(move -> choices.go(move, capture.event()));
        }
        match.end().moves().forEach(move -> choices.go(move, match.lastEvent()));
        return choices;
    }

    /** Below 0 when these are to be preferred, above 0 when the others are. */
    int compareTo(Choices others) {
        var mine = ranks.entrySet().iterator();
        var theirs = others.ranks.entrySet().iterator();
        while (mine.hasNext() && theirs.hasNext()) {
            var one = mine.next();
            var other = theirs.next();
            // Up to the first difference both have the same choices to make.
            int byPath = Arrays.compare(one.getKey(), other.getKey());
            int order = byPath != 0 ? byPath : one.getValue().compareTo(other.getValue());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(mine.hasNext(), theirs.hasNext());
    }

    private void go(Move move, Event event) {
        if (move instanceof Move.Enter enter) {
            setRounds(enter.loop(), 1);
        } else if (move instanceof Move.NextRound next) {
            setRounds(next.loop(), rounds[next.loop().number()] + 1);
        } else if (move instanceof Move.Skip skip) {
            setRounds(skip.loop(), 0);
        } else if (move instanceof Move.Choose choose) {
            Fork fork = choose.fork();
            ranks.put(path(fork.outer(), fork.place()), new Rank(choose.option(), null));
        } else if (move instanceof Move.Omit omit) {
            leaveOut(omit.group());
        } else if (move instanceof Move.Begin begin) {
            leaveOut(begin.group());
            take(begin.group(), begin.member(), event);
        } else if (move instanceof Move.Join join) {
            take(join.group(), join.member(), event);
        }
    }

    private void setRounds(Loop loop, int count) {
        rounds[loop.number()] = count;
        ranks.put(path(loop.outer(), loop.place()), new Rank(loop.reluctant() ? count : -count, null));
    }

    private void leaveOut(Group group) {
        for (int member = 0; member < group.members(); member++) {
            ranks.put(path(group.outer(), group.place(), member), new Rank(LEFT_OUT, null));
        }
    }

    private void take(Group group, int member, Event event) {
        ranks.put(path(group.outer(), group.place(), member), new Rank(0, event));
    }

    private int[] path(List<Integer> outer, int... own) {
        int[] path = new int[2 * outer.size() + own.length];
        for (int i = 0; i < outer.size(); i++) {
            path[2 * i] = loops[outer.get(i)].place();
            path[2 * i + 1] = rounds[outer.get(i)];
        }
        System.arraycopy(own, 0, path, 2 * outer.size(), own.length);
        return path;
    }
}
