package io.tripline.dsl.service;

import io.tripline.dsl.service.Completion.Kind;
import io.tripline.dsl.syntax.SourceToken;
import java.util.List;

/** Finds out what can be written at a cursor. */
final class Completer {

    private final Workspace workspace;
    private final OpenFile file;
    private final Cursor cursor;
    private final Suggestions suggestions;

    private Completer(Workspace workspace, OpenFile file, Cursor cursor) {
        this.workspace = workspace;
        this.file = file;
        this.cursor = cursor;
        this.suggestions = new Suggestions(workspace);
    }

    static Completions at(Workspace workspace, OpenFile file, int offset) {
        Cursor cursor = CursorReader.at(file, offset);
        List<Completion> items = cursor.quiet() ? List.of() : new Completer(workspace, file, cursor).items();
        return new Completions(file.lines().range(cursor.prefix(), offset), items);
    }

    private List<Completion> items() {
        if (cursor.previousIs("@")) {
            suggestions.words(Keywords.MARKS);
        } else if (cursor.previousIs(".")) {
            new ExpressionCompleter(workspace, cursor, suggestions).members();
        } else if (!durations()) {
            switch (cursor.declarationWord()) {
                case "event", "table" -> fields();
                case "rule" -> new RuleCompleter(workspace, cursor, suggestions).complete();
                case "view" -> new ViewCompleter(workspace, cursor, suggestions).complete();
                case "decision" -> decision();
                case "test" -> new TestCompleter(workspace, cursor, suggestions).complete();
                case "list", "let" -> listOrLet();
                default -> suggestions.words(Keywords.DECLARATIONS);
            }
        }
        return suggestions.toList();
    }

    /** Where a duration stands, and nothing else can. */
    private boolean durations() {
        boolean behindWord = cursor.previousIs("within", "over", "per", "ending", "every")
                || cursor.previousIs("after") && cursor.isOneOf(cursor.at() - 2, "late", "expire")
                || cursor.previousIs("for") && cursor.endsOperandAt(cursor.at() - 2)
                || cursor.previousIs("step") && cursor.isOneOf(cursor.at() - 3, "over")
                || cursor.previousIs("tumbling", "hopping", "sliding", "session")
                        && cursor.isOneOf(cursor.at() - 2, "window");
        if (!behindWord) {
            return false;
        }
        cursor.begunNumber().ifPresentOrElse(suggestions::unitsBehind, suggestions::durations);
        if (cursor.previousIs("over")) {
            suggestions.keyword("last");
        }
        return true;
    }

    private void fields() {
        boolean table = cursor.declarationWord().equals("table");
        if (!cursor.inBody()) {
            boolean closed = cursor.previousIs("}");
            if (closed) {
                suggestions.keyword(table ? "expire" : "late");
                suggestions.words(Keywords.DECLARATIONS);
            } else if (cursor.previousIs("from")) {
                suggestions.events();
            } else if (table && cursor.at() - cursor.declaration() > 1) {
                suggestions.keyword("key");
                suggestions.keyword("from");
            } else if (cursor.previousIs("late", "expire")) {
                suggestions.plainKeyword("after");
            }
            return;
        }
        if (cursor.previousIs("of") || behindFieldName()) {
            suggestions.words(Keywords.TYPES, Kind.TYPE);
        }
    }

    /** Whether the word before is the first on the line on which the person writes. */
    private boolean behindFieldName() {
        int line = file.lines().line(cursor.prefix());
        SourceToken name = cursor.previous().orElseThrow();
        boolean begins = cursor.isOneOf(cursor.at() - 2, "{", ",")
                || cursor.word(cursor.at() - 2)
                        .filter(before -> file.lines().line(before.endOffset()) < line)
                        .isPresent();
        return name.isWord() && file.lines().line(name.startOffset()) == line && begins;
    }

    private void decision() {
        ExpressionCompleter expressions = new ExpressionCompleter(workspace, cursor, suggestions);
        if (cursor.previousIs("on")) {
            suggestions.events();
        } else if (!cursor.inBody()) {
            if (cursor.previousIs("by")) {
                cursor.shapeBehind("on", workspace).ifPresent(suggestions::fields);
            } else if (cursor.previousIs("}")) {
                suggestions.words(Keywords.DECLARATIONS);
            } else {
                suggestions.keyword("on");
                suggestions.keyword("by");
            }
        } else if (cursor.last("when", "else").equals("when")) {
            expressions.complete(cursor.shapeBehind("on", workspace));
            suggestions.keyword("else");
        } else {
            suggestions.keyword("else");
            suggestions.keyword("when");
        }
    }

    private void listOrLet() {
        ExpressionCompleter expressions = new ExpressionCompleter(workspace, cursor, suggestions);
        boolean list = cursor.declarationWord().equals("list");
        if (list && cursor.previousIs("of")) {
            suggestions.words(Keywords.TYPES, Kind.TYPE);
        } else if (!list && cursor.previousIs("of")) {
            suggestions.events();
        } else if (!list && cursor.last("=").equals("=")) {
            expressions.complete(cursor.shapeBehind("of", workspace));
        }
        if (cursor.at() - cursor.declaration() > 2 && !cursor.operandExpected()) {
            suggestions.words(Keywords.DECLARATIONS);
        }
    }
}
