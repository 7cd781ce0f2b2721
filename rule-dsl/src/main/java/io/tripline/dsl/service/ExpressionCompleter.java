package io.tripline.dsl.service;

import io.tripline.dsl.service.Frame.Kind;
import io.tripline.dsl.service.Shape.Field;
import io.tripline.dsl.syntax.SourceToken;
import java.util.List;
import java.util.Optional;

/** What can be written in an expression. */
final class ExpressionCompleter {

    private final Workspace workspace;
    private final Cursor cursor;
    private final Suggestions suggestions;

    ExpressionCompleter(Workspace workspace, Cursor cursor, Suggestions suggestions) {
        this.workspace = workspace;
        this.cursor = cursor;
        this.suggestions = suggestions;
    }

    /** Behind {@code step.} or {@code Type.}: the fields. */
    void members() {
        shapeAt(cursor.at() - 2).ifPresent(suggestions::fields);
    }

    /**
     * A value, or what joins one to the next.
     *
     * @param event whose fields stand bare, unless the cursor is in the brackets of another
     */
    void complete(Optional<Shape> event) {
        if (cursor.operandExpected()) {
            operand(filtered().or(() -> event));
        } else {
            operators();
        }
    }

    private void operand(Optional<Shape> event) {
        if (cursor.previousIs("is")) {
            suggestions.keyword("missing");
            suggestions.keyword("not");
            return;
        }
        compared(event).ifPresent(field -> suggestions.enumNames(field.names(), field.name()));
        if (cursor.previousIs("in")) {
            suggestions.lists();
        }
        boolean ofAggregate = cursor.inside(Kind.CALL)
                && isAggregate(cursor.innermost().orElseThrow().before())
                && cursor.previousIs("(");
        if (ofAggregate) {
            suggestions.steps(cursor.steps());
            suggestions.events();
        }
        event.ifPresent(suggestions::fields);
        suggestions.steps(cursor.steps());
        if (filtered().isEmpty()) {
            cursor.keys().forEach(suggestions::key);
        }
        suggestions.lets();
        suggestions.aggregates();
        suggestions.functions();
        suggestions.tables();
        List.of("not", "if", "true", "false").forEach(suggestions::keyword);
    }

    void operators() {
        boolean behindDuration = cursor.previous()
                .filter(word -> word.kind() == SourceToken.Kind.DURATION)
                .isPresent();
        if (behindDuration && cursor.last("over", "within", "for").equals("over")) {
            List.of("before", "ending", "step").forEach(suggestions::keyword);
        }
        if (cursor.previousIs(")") && isAggregate(cursor.opening(cursor.at() - 1) - 1)) {
            suggestions.keyword("over");
        }
        suggestions.words(Keywords.OPERATORS);
    }

    private boolean isAggregate(int index) {
        return cursor.word(index)
                .filter(word -> Functions.AGGREGATES.stream().anyMatch(entry -> word.is(entry.name())))
                .isPresent();
    }

    /** What has the fields that stand bare in the brackets the cursor is in. */
    private Optional<Shape> filtered() {
        return cursor.inner(Kind.FILTER)
                .flatMap(frame -> shapeAt(frame.before()))
                .filter(Shape::isEvent);
    }

    /** What the name that ends at the index has as fields; brackets behind it are passed over. */
    private Optional<Shape> shapeAt(int index) {
        int name = cursor.isOneOf(index, "]") ? cursor.opening(index) - 1 : index;
        return cursor.word(name)
                .flatMap(word -> workspace.shape(cursor.steps().getOrDefault(word.text(), word.text())));
    }

    /** The field of an enum that what is written next is compared with. */
    private Optional<Field> compared(Optional<Shape> event) {
        int field = cursor.at() - 2;
        if (cursor.inside(Kind.GROUP)
                && cursor.isOneOf(cursor.innermost().orElseThrow().before(), "in")) {
            field = cursor.innermost().orElseThrow().before() - 1;
        } else if (!cursor.previousIs("==", "!=")) {
            return Optional.empty();
        }
        int name = cursor.isOneOf(field, "not") ? field - 1 : field;
        boolean qualified = cursor.isOneOf(name - 1, ".");
        Optional<Shape> shape = qualified ? shapeAt(name - 2) : event;
        return cursor.word(name)
                .flatMap(word -> shape.flatMap(known -> known.field(word.text())))
                .filter(known -> !known.names().isEmpty());
    }
}
