package io.tripline.dsl.format;

import io.tripline.dsl.format.Gap.Cell;
import io.tripline.dsl.format.LogicalLine.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts the lines of a table into columns, by spaces behind what stands in them. */
final class Alignment {

    private Alignment() {}

    static void align(List<LogicalLine> lines) {
        Map<Integer, List<LogicalLine>> tables = new TreeMap<>();
        for (LogicalLine line : lines) {
            line.pieces().stream()
                    .map(Piece::gap)
                    .filter(Cell.class::isInstance)
                    .findFirst()
                    .ifPresent(cell -> tables.computeIfAbsent(((Cell) cell).table(), table -> new ArrayList<>())
                            .add(line));
        }
        tables.values().forEach(Alignment::alignTable);
    }

    private static void alignTable(List<LogicalLine> lines) {
        List<LogicalLine> rows = lines.stream()
                .filter(line -> line.indent() + LineBreaker.width(LineBreaker.flat(otherwise(line.pieces())))
                        <= LineBreaker.WIDTH)
                .toList();
        Map<Integer, Integer> widths = new TreeMap<>();
        rows.forEach(row -> cells(row.pieces())
                .forEach((column, cell) -> widths.merge(column, LineBreaker.width(cell), Math::max)));
        int widest = rows.stream()
                .mapToInt(row -> row.indent() + LineBreaker.width(LineBreaker.flat(padded(row.pieces(), widths))))
                .max()
                .orElse(0);
        Set<LogicalLine> fitting = new HashSet<>(rows);
        for (LogicalLine line : lines) {
            boolean inColumns = widest <= LineBreaker.WIDTH && fitting.contains(line);
            List<Piece> pieces = inColumns ? padded(line.pieces(), widths) : otherwise(line.pieces());
            for (int i = 0; i < pieces.size(); i++) {
                line.replace(i, pieces.get(i));
            }
        }
        int tailColumn = rows.stream()
                .filter(row -> row.tail().isPresent())
                .mapToInt(row -> row.indent() + LineBreaker.width(LineBreaker.flat(row.pieces())) + 2)
                .max()
                .orElse(0);
        rows.forEach(row -> row.putTailInto(tailColumn));
    }

    private static List<Piece> otherwise(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.gap() instanceof Cell cell
                        ? new Piece(piece.text(), cell.otherwise(), piece.token())
                        : piece)
                .toList();
    }

    /** What stands before each column that a line has. */
    private static Map<Integer, String> cells(List<Piece> pieces) {
        Map<Integer, String> cells = new TreeMap<>();
        int start = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).gap() instanceof Cell cell) {
                cells.put(cell.column(), LineBreaker.flat(pieces.subList(start, i)));
                start = i;
            }
        }
        return cells;
    }

    /** The same line with spaces behind the last piece of each cell. */
    private static List<Piece> padded(List<Piece> pieces, Map<Integer, Integer> widths) {
        Map<Integer, String> cells = cells(pieces);
        List<Piece> padded = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.gap() instanceof Cell cell) {
                int missing = widths.get(cell.column()) - LineBreaker.width(cells.get(cell.column()));
                Piece before = padded.remove(padded.size() - 1);
                padded.add(new Piece(before.text() + " ".repeat(missing), before.gap(), before.token()));
                padded.add(new Piece(piece.text(), cell.otherwise(), piece.token()));
            } else {
                padded.add(piece);
            }
        }
        return padded;
    }
}
