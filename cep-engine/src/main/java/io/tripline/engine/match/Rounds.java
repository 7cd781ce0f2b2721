package io.tripline.engine.match;

import io.tripline.engine.program.Loop;
import io.tripline.engine.program.Move;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Way;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Where a match is in its repetitions and any-order groups. */
final class Rounds {

    private static final int[] NO_ROUNDS = {};
    private static final long[] NO_MEMBERS = {};

    private final Program program;
    private final int[] rounds;
    /** For each any-order group, a bit for each member that has been begun. */
    private final long[] members;
    /** Runs of repetitions that an event has closed; never changed in place. */
    private List<Instance> closed = List.of();

    Rounds(Program program) {
        this.program = program;
        this.rounds = program.loops().length == 0 ? NO_ROUNDS : new int[program.loops().length];
        this.members = program.groups().length == 0 ? NO_MEMBERS : new long[program.groups().length];
    }

    private Rounds(Rounds other) {
        this.program = other.program;
        this.rounds = other.rounds.length == 0 ? NO_ROUNDS : other.rounds.clone();
        this.members = other.members.length == 0 ? NO_MEMBERS : other.members.clone();
        this.closed = other.closed;
    }

    Rounds copy() {
        return new Rounds(this);
    }

    boolean allow(List<Move> moves) {
        for (int i = 0; i < moves.size(); i++) {
            if (!allows(moves.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean allows(Move move) {
        if (move instanceof Move.Leave leave) {
            return rounds[leave.loop().number()] >= leave.loop().min();
        } else if (move instanceof Move.NextRound next) {
            return rounds[next.loop().number()] < next.loop().max();
        } else if (move instanceof Move.Join join) {
            return (members[join.group().number()] & 1L << join.member()) == 0;
        } else if (move instanceof Move.Finish finish) {
            long required = finish.group().required();
            return (members[finish.group().number()] & required) == required;
        }
        return true;
    }

    void go(List<Move> moves) {
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            if (move instanceof Move.Enter enter) {
                rounds[enter.loop().number()] = 1;
            } else if (move instanceof Move.NextRound next) {
                rounds[next.loop().number()]++;
            } else if (move instanceof Move.Begin begin) {
                members[begin.group().number()] = 1L << begin.member();
            } else if (move instanceof Move.Join join) {
                members[join.group().number()] |= 1L << join.member();
            }
        }
    }

    /** Whether another is in a later round of the repetition. */
    boolean isBehind(Rounds other, Loop loop) {
        return rounds[loop.number()] < other.rounds[loop.number()];
    }

    /** Whether a further round begins on the way, so that the repetition would have enough without it. */
    boolean hasEnoughBefore(Move.NextRound next) {
        return rounds[next.loop().number()] >= next.loop().min();
    }

    /** Whether the way leads into a repetition that an event has closed. */
    boolean isClosed(Way way) {
        if (closed.isEmpty()) {
            return false;
        }
        for (Loop loop : program.closable(way.step())) {
            if (closed.contains(instance(loop, way))) {
                return true;
            }
        }
        return false;
    }

    void close(Instance instance) {
        if (!closed.contains(instance)) {
            List<Instance> more = new ArrayList<>(closed);
            more.add(instance);
            closed = more;
        }
    }

    /** The run of the repetition that a way leads into. */
    Instance instance(Loop loop, Way way) {
        List<Integer> outer = new ArrayList<>();
        for (int number : loop.outer()) {
            outer.add(roundAfter(number, way));
        }
        return new Instance(loop.number(), outer);
    }

    private int roundAfter(int loop, Way way) {
        for (Move move : way.moves()) {
            if (move instanceof Move.Enter enter && enter.loop().number() == loop) {
                return 1;
            } else if (move instanceof Move.NextRound next && next.loop().number() == loop) {
                return rounds[loop] + 1;
            }
        }
        return rounds[loop];
    }

    void writeState(StateWriter out) {
        for (int round : rounds) {
            out.number(round);
        }
        for (long begun : members) {
            out.number(begun);
        }
        if (program.closesLoops()) {
            out.number(closed.size());
            for (Instance instance : closed) {
                out.number(instance.loop()).number(instance.outerRounds().size());
                instance.outerRounds().forEach(out::number);
            }
        }
    }

    void readState(StateReader in) {
        for (int i = 0; i < rounds.length; i++) {
            rounds[i] = in.count();
        }
        for (int i = 0; i < members.length; i++) {
            members[i] = in.number();
        }
        for (int left = program.closesLoops() ? in.count() : 0; left > 0; left--) {
            int loop = in.count();
            List<Integer> outer = new ArrayList<>();
            for (int loops = in.count(); loops > 0; loops--) {
                outer.add(in.count());
            }
            close(new Instance(loop, outer));
        }
    }
}
