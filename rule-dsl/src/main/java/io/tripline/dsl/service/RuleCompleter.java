package io.tripline.dsl.service;

import io.tripline.dsl.service.Frame.Kind;
import io.tripline.dsl.syntax.SourceToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be written in a rule. */
final class RuleCompleter {

    private static final Set<String> SEVERAL = Set.of("add", "remove", "emit", "without");
    private static final Set<String> OF_ON = Set.of("on", "when");
    private static final Set<String> OF_MATCH = Set.of("match", "without", "within", "overlapping", "skip", "final");

    private final Workspace workspace;
    private final Cursor cursor;
    private final Suggestions suggestions;
    private final ExpressionCompleter expressions;

    RuleCompleter(Workspace workspace, Cursor cursor, Suggestions suggestions) {
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
        } else if (cursor.inside(Kind.RECORD)) {
            record();
        } else if (cursor.inner(Kind.VALUE).isPresent()
                || cursor.inner(Kind.FILTER).isPresent()
                || cursor.inner(Kind.CALL).isPresent() && !cursor.clauseWord().equals("by")) {
            expressions.complete(on());
        } else if (!cursor.inside(Kind.COUNT)) {
            clause();
        }
    }

    private Optional<Shape> on() {
        return cursor.present().contains("on") ? cursor.shapeBehind("on", workspace) : Optional.empty();
    }

    private void clause() {
        switch (cursor.clauseWord()) {
            case "severity" -> behind(() -> suggestions.words(Keywords.SEVERITIES, Completion.Kind.VALUE), "severity");
            case "by" -> behind(this::keys, "by", ",");
            case "on" -> behind(this::onEvent, "on", "late", ":");
            case "match" -> pattern();
            case "without" -> without();
            case "skip" -> skip();
            case "once" -> behind(() -> suggestions.keyword("per"), "once");
            case "emit" -> behind(suggestions::events, "emit");
            case "add" -> listChange("to");
            case "remove" -> listChange("from");
            case "when", "score" -> expression();
            default -> clauses();
        }
    }

    /** Something behind these words, clauses behind all others. */
    private void behind(Runnable something, String... words) {
        if (cursor.previousIs(words)) {
            something.run();
        } else {
            clauses();
        }
    }

    private void onEvent() {
        suggestions.events();
        if (cursor.previousIs("on")) {
            suggestions.keyword("late");
        }
    }

    private void expression() {
        expressions.complete(on());
        if (!cursor.operandExpected()) {
            clauses();
        }
    }

    private void clauses() {
        boolean on = cursor.present().contains("on");
        boolean match = cursor.present().contains("match");
        Keywords.CLAUSES.stream()
                .filter(entry ->
                        SEVERAL.contains(entry.name()) || !cursor.present().contains(entry.name()))
                .filter(entry -> !(on && OF_MATCH.contains(entry.name())))
                .filter(entry -> !(match && OF_ON.contains(entry.name())))
                .forEach(entry -> suggestions.words(List.of(entry)));
    }

    /** Fields that all event types of the rule have; those of all event types while it has none. */
    private void keys() {
        List<Shape> shapes = cursor.steps().values().stream()
                .distinct()
                .flatMap(type -> workspace.shape(type).stream())
                .toList();
        List<Shape> looked = !shapes.isEmpty() ? shapes : on().map(List::of).orElse(List.of());
        List<Shape> from = looked.isEmpty()
                ? workspace.shapes().values().stream().filter(Shape::isEvent).toList()
                : looked;
        for (Shape shape : from) {
            shape.fields().stream()
                    .filter(field -> looked.stream()
                            .allMatch(other -> other.field(field.name()).isPresent()))
                    .forEach(field -> suggestions.field(shape, field));
        }
    }

    private void pattern() {
        if (cursor.last("until", "then", "match").equals("until")) {
            expression();
            suggestions.keyword("then");
            return;
        }
        boolean behindGap = cursor.previous()
                        .filter(word -> word.kind() == SourceToken.Kind.DURATION)
                        .isPresent()
                && cursor.isOneOf(cursor.at() - 2, "within")
                && cursor.isOneOf(cursor.at() - 3, "then", "immediately", "any");
        if (behindGap || cursor.previousIs("match", "then", ":", "(", "not", "or", "and", "immediately", "any")) {
            suggestions.events();
            if (cursor.previousIs("match", "then", "(", "immediately", "any") || behindGap) {
                suggestions.keyword("not");
            }
            if (cursor.previousIs("then")) {
                List.of("immediately", "any", "within").forEach(suggestions::keyword);
            }
            return;
        }
        suggestions.keyword("then");
        if (cursor.inside(Kind.GROUP)) {
            suggestions.keyword("or");
            suggestions.keyword("and");
        }
        if (cursor.previousIs("}", "+", "*", "?", "immediately", "any")) {
            List.of("immediately", "any", "reluctant", "until").forEach(suggestions::keyword);
        }
        if (cursor.last("not", "then", "match").equals("not")) {
            suggestions.keyword("within");
            suggestions.keyword("for");
        }
        if (!cursor.inside(Kind.GROUP)) {
            clauses();
        }
    }

    private void without() {
        if (cursor.previousIs("without")) {
            suggestions.events();
        } else if (cursor.previousIs("between", "and")) {
            suggestions.steps(cursor.steps());
        } else if (cursor.last("without", "between", "and").equals("without")) {
            suggestions.keyword("between");
        } else if (cursor.last("without", "between", "and").equals("between")) {
            suggestions.keyword("and");
        } else {
            clauses();
        }
    }

    private void skip() {
        if (cursor.previousIs("skip")) {
            suggestions.plainKeyword("to");
        } else if (cursor.previousIs("to")) {
            suggestions.plainKeyword("first");
            suggestions.plainKeyword("last");
        } else {
            behind(() -> suggestions.steps(cursor.steps()), "first", "last");
        }
    }

    private void listChange(String preposition) {
        if (cursor.previousIs(preposition)) {
            suggestions.lists();
        } else if (cursor.last("add", "remove", preposition).equals(preposition)) {
            if (preposition.equals("to")) {
                suggestions.keyword("for");
            }
            clauses();
        } else {
            if (!cursor.operandExpected()) {
                suggestions.plainKeyword(preposition);
            }
            expressions.complete(on());
        }
    }

    /** {@code emit Event { field: value }}. */
    private void record() {
        Frame frame = cursor.innermost().orElseThrow();
        if (cursor.previousIs(":", "=") || cursor.inner(Kind.CALL).isPresent()) {
            expressions.complete(on());
        } else {
            cursor.word(frame.before())
                    .flatMap(name -> workspace.shape(name.text()))
                    .ifPresent(suggestions::fields);
        }
    }
}
