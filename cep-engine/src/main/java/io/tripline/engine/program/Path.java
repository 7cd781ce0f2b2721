package io.tripline.engine.program;

import java.util.ArrayList;
import java.util.List;

/** A piece of a way: moves, and what must not come meanwhile. */
record Path(List<Move> moves, List<Ban> bans) {

    static final Path NOTHING = new Path(List.of(), List.of());

    Path {
        moves = List.copyOf(moves);
        bans = List.copyOf(bans);
    }

    static Path of(Move move) {
        return new Path(List.of(move), List.of());
    }

    Path then(Path other) {
        return new Path(joined(moves, other.moves), joined(bans, other.bans));
    }

    Path banning(List<Ban> more) {
        return new Path(moves, joined(bans, more));
    }

    Path withoutBans() {
        return new Path(moves, List.of());
    }

    /** Every one of the first followed by every one of the second. */
    static List<Path> product(List<Path> first, List<Path> second) {
        List<Path> all = new ArrayList<>();
        first.forEach(left -> second.forEach(right -> all.add(left.then(right))));
        return all;
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        List<T> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }
}
