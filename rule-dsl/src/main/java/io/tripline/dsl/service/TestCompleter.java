package io.tripline.dsl.service;

import io.tripline.dsl.service.Frame.Kind;
import io.tripline.dsl.service.Shape.Field;
import io.tripline.dsl.syntax.SourceToken;
import java.util.Optional;

/** What can be written in a test. */
final class TestCompleter {

    private final Workspace workspace;
    private final Cursor cursor;
    private final Suggestions suggestions;

    TestCompleter(Workspace workspace, Cursor cursor, Suggestions suggestions) {
        this.workspace = workspace;
        this.cursor = cursor;
        this.suggestions = suggestions;
    }

    void complete() {
        if (!cursor.inBody()) {
            header();
        } else if (cursor.inside(Kind.RECORD)) {
            record();
        } else if (cursor.previousIs("expect")) {
            suggestions.plainKeyword("alert");
            suggestions.plainKeyword("no");
            suggestions.plainKeyword("row");
            suggestions.events();
        } else if (cursor.previousIs("no") && cursor.isOneOf(cursor.at() - 2, "expect")) {
            suggestions.plainKeyword("alert");
            suggestions.plainKeyword("row");
            suggestions.events();
        } else if (cursor.previousIs("to")) {
            suggestions.lists();
        } else {
            if (cursor.clauseWord().equals("expect") && cursor.previousIs("}", "alert", "row")) {
                suggestions.plainKeyword("at");
            }
            suggestions.events();
            suggestions.tables();
            suggestions.keyword("expect");
            suggestions.keyword("add");
        }
    }

    private void header() {
        if (cursor.previousIs("of")) {
            suggestions.subjects();
        } else if (cursor.previousIs("}")) {
            suggestions.words(Keywords.DECLARATIONS);
        } else if (cursor.previous()
                .filter(word -> word.kind() == SourceToken.Kind.TEXT)
                .isPresent()) {
            suggestions.plainKeyword("of");
        }
    }

    private void record() {
        Optional<Shape> shape =
                cursor.word(cursor.innermost().orElseThrow().before()).flatMap(name -> workspace.shape(name.text()));
        if (cursor.previousIs(":", "=")) {
            Optional<Field> field =
                    cursor.word(cursor.at() - 2).flatMap(name -> shape.flatMap(known -> known.field(name.text())));
            field.ifPresent(known -> suggestions.enumNames(known.names(), known.name()));
            suggestions.keyword("true");
            suggestions.keyword("false");
        } else {
            shape.ifPresent(suggestions::fields);
            cursor.keys().forEach(suggestions::key);
        }
    }
}
