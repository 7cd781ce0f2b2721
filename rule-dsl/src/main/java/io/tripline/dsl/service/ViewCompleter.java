package io.tripline.dsl.service;

import io.tripline.dsl.service.Frame.Kind;
import io.tripline.dsl.syntax.SourceToken;
import java.util.List;
import java.util.Optional;

/** What can be written in a view. */
final class ViewCompleter {

    private final Workspace workspace;
    private final Cursor cursor;
    private final Suggestions suggestions;
    private final ExpressionCompleter expressions;

    ViewCompleter(Workspace workspace, Cursor cursor, Suggestions suggestions) {
        this.workspace = workspace;
        this.cursor = cursor;
        this.suggestions = suggestions;
        this.expressions = new ExpressionCompleter(workspace, cursor, suggestions);
    }

    void complete() {
        if (!cursor.inBody()) {
            if (cursor.previousIs("}")) {
                suggestions.words(Keywords.DECLARATIONS);
            }
            return;
        }
        Optional<Shape> source = cursor.shapeBehind("from", workspace);
        switch (cursor.clauseWord()) {
            case "from" -> from(source);
            case "window" -> window();
            case "select" -> select(source);
            case "having" -> {
                expressions.complete(cursor.word(cursor.declaration() + 1)
                        .map(SourceToken::text)
                        .flatMap(workspace::shape));
                behindValue();
            }
            default -> clauses();
        }
    }

    private void from(Optional<Shape> source) {
        if (cursor.previousIs("from")) {
            suggestions.events();
        } else if (cursor.inner(Kind.FILTER).isPresent()) {
            expressions.complete(source);
        } else if (cursor.last("from", "by").equals("by")) {
            expressions.complete(source);
            behindValue();
        } else {
            suggestions.keyword("by");
            clauses();
        }
    }

    private void window() {
        if (cursor.previousIs("window")) {
            suggestions.words(Keywords.WINDOWS);
        } else {
            if (cursor.last("window", "hopping", "every").equals("hopping")) {
                suggestions.keyword("every");
            }
            suggestions.plainKeyword("in");
            clauses();
        }
    }

    private void select(Optional<Shape> source) {
        if (cursor.previousIs("as")) {
            return;
        }
        if (cursor.previousIs("select", ",")) {
            suggestions.aggregates();
        }
        expressions.complete(source);
        if (!cursor.operandExpected()) {
            suggestions.keyword("as");
        }
        behindValue();
    }

    private void behindValue() {
        if (!cursor.operandExpected() && cursor.open().size() == 1) {
            clauses();
        }
    }

    private void clauses() {
        Keywords.VIEW_CLAUSES.stream()
                .filter(entry -> !cursor.present().contains(entry.name()))
                .forEach(entry -> suggestions.words(List.of(entry)));
    }
}
