package io.tripline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What belongs on one line, unless that is too long. Filled while a file is read; used by one thread. */
final class LogicalLine {

    /**
     * A word or a comment.
     *
     * @param gap what stands before it; never a {@link Gap.Line}
     * @param token index of the token
     */
    record Piece(String text, Gap gap, int token) {}

    private final int indent;
    private final boolean blankBefore;
    private final List<Piece> pieces = new ArrayList<>();
    private Optional<String> tail = Optional.empty();
    private int tailColumn;

    LogicalLine(int indent, boolean blankBefore) {
        this.indent = indent;
        this.blankBefore = blankBefore;
    }

    void add(Piece piece) {
        pieces.add(piece);
    }

    void replace(int index, Piece piece) {
        pieces.set(index, piece);
    }

    void endWith(String comment) {
        tail = Optional.of(tail.map(before -> before + " ").orElse("") + comment);
    }

    /** Has the comment at the end stand in this column, or behind the line if that is longer. */
    void putTailInto(int column) {
        tailColumn = column;
    }

    int indent() {
        return indent;
    }

    boolean blankBefore() {
        return blankBefore;
    }

    List<Piece> pieces() {
        return pieces;
    }

    Optional<String> tail() {
        return tail;
    }

    int tailColumn() {
        return tailColumn;
    }
}
