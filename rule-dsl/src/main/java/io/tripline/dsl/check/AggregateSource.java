package io.tripline.dsl.check;

import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.ExpressionSyntax.Qualified;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds out what an aggregate is over: in {@code sum(Transaction[ok].amount * Transaction.rate)} the first reference
 * says which events and carries the filter; the others have to be to the same. Rows of tables do not count.
 */
final class AggregateSource {

    private AggregateSource() {}

    /** The first reference with a source. */
    static Optional<Qualified> in(ExpressionSyntax argument, Set<String> tables) {
        return references(argument, tables).stream().findFirst();
    }

    /** Whether all references are to that source, and only it has a filter. */
    static boolean isOne(ExpressionSyntax argument, Qualified source, Set<String> tables) {
        return references(argument, tables).stream()
                .allMatch(reference -> reference.equals(source)
                        || reference.filter().isEmpty()
                                && reference
                                        .source()
                                        .text()
                                        .equals(source.source().text()));
    }

    /** Whether there is an aggregate in the argument of an aggregate; filters are not looked into. */
    static boolean hasAggregate(ExpressionSyntax argument) {
        List<ExpressionSyntax> calls = new ArrayList<>();
        walk(argument, part -> {
            if (part instanceof ExpressionSyntax.Call call && AggregateNames.isAggregate(call)) {
                calls.add(part);
            }
        });
        return !calls.isEmpty();
    }

    private static List<Qualified> references(ExpressionSyntax argument, Set<String> tables) {
        List<Qualified> found = new ArrayList<>();
        walk(argument, part -> {
            if (part instanceof Qualified qualified) {
                boolean row = tables.contains(qualified.source().text())
                        && !qualified.brackets().isEmpty();
                if (row) {
                    qualified.brackets().forEach(key -> found.addAll(references(key, tables)));
                } else {
                    found.add(qualified);
                }
            }
        });
        return found;
    }

    private static void walk(ExpressionSyntax expression, Consumer<ExpressionSyntax> visitor) {
        visitor.accept(expression);
        for (ExpressionSyntax operand : expression.operands()) {
            walk(operand, visitor);
        }
    }
}
