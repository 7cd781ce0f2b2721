package io.tripline.dsl.service;

import io.tripline.dsl.service.Shape.Field;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.DecisionDeclaration;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.Declaration.LetDeclaration;
import io.tripline.dsl.syntax.Declaration.ListDeclaration;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.Declaration.TableDeclaration;
import io.tripline.dsl.syntax.Declaration.TestDeclaration;
import io.tripline.dsl.syntax.Declaration.ViewDeclaration;
import io.tripline.dsl.syntax.SyntaxNode;
import io.tripline.dsl.syntax.TextLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in Markdown what things are. */
final class Describe {

    /** Longer texts are cut: a hover is no page. */
    private static final int LONGEST_CODE = 400;

    private static final int MOST_FIELDS = 30;

    private Describe() {}

    static String entry(Entry entry) {
        return code(entry.detail()) + "\n" + entry.documentation();
    }

    static String shape(Shape shape) {
        int nameWidth = shape.fields().stream()
                .mapToInt(field -> field.name().length())
                .max()
                .orElse(0);
        String fields = shape.fields().stream()
                .limit(MOST_FIELDS)
                .map(field -> "  " + field.name()
                        + " ".repeat(nameWidth - field.name().length()) + " " + field.display() + marks(field))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
        String more = shape.fields().size() > MOST_FIELDS ? "\n  …" : "";
        return code(word(shape) + " " + shape.name() + " {\n" + fields + more + "\n}");
    }

    static String field(Shape shape, Field field) {
        String type = field.type().isEmpty() ? "" : " " + field.display();
        return code(field.name() + type + marks(field))
                + "\nA field of the " + word(shape) + " `" + shape.name() + "`"
                + (field.optional() ? "; an event may come without it." : ".")
                + field.comment().map(comment -> "\n\n" + comment).orElse("");
    }

    private static String marks(Field field) {
        return field.marks().stream().map(mark -> " @" + mark).collect(Collectors.joining());
    }

    private static String word(Shape shape) {
        return shape.kind().name().toLowerCase(Locale.ROOT);
    }

    static String declaration(Workspace workspace, Declaration declaration) {
        Optional<Shape> shape = workspace.shape(declaration.name().text());
        boolean hasFields = declaration instanceof EventDeclaration || declaration instanceof TableDeclaration;
        if (hasFields && shape.isPresent()) {
            return shape(shape.get()) + comment(workspace, declaration);
        }
        Optional<String> title = title(declaration);
        String heading = title.map(text -> "\n**" + text + "**\n").orElse("");
        String code = declaration instanceof LetDeclaration || declaration instanceof ListDeclaration
                ? written(workspace, declaration)
                : keyword(declaration) + " " + declaration.name().text();
        String rows = declaration instanceof ViewDeclaration && shape.isPresent() ? "\n" + shape(shape.get()) : "";
        return code(code) + heading + rows + comment(workspace, declaration);
    }

    private static Optional<String> title(Declaration declaration) {
        if (declaration instanceof RuleDeclaration rule) {
            return rule.title().map(TextLine::text);
        }
        if (declaration instanceof ViewDeclaration view) {
            return view.title().map(TextLine::text);
        }
        return declaration instanceof DecisionDeclaration decision
                ? decision.title().map(TextLine::text)
                : Optional.empty();
    }

    static String keyword(Declaration declaration) {
        if (declaration instanceof RuleDeclaration) {
            return "rule";
        } else if (declaration instanceof DecisionDeclaration) {
            return "decision";
        } else if (declaration instanceof ViewDeclaration) {
            return "view";
        } else if (declaration instanceof TableDeclaration) {
            return "table";
        } else if (declaration instanceof ListDeclaration) {
            return "list";
        } else if (declaration instanceof LetDeclaration) {
            return "let";
        }
        return declaration instanceof TestDeclaration ? "test" : "event";
    }

    private static String comment(Workspace workspace, Declaration declaration) {
        return workspace
                .file(declaration.span().file())
                .flatMap(file -> file.commentOn(declaration.span().startOffset()))
                .map(comment -> "\n\n" + comment)
                .orElse("");
    }

    /** The text of something as it stands in its file. */
    static String written(Workspace workspace, SyntaxNode node) {
        String text = workspace
                .text(node.span().file())
                .map(whole ->
                        whole.substring(node.span().startOffset(), node.span().endOffset()))
                .orElse("");
        return text.length() > LONGEST_CODE ? text.substring(0, LONGEST_CODE) + "…" : text;
    }

    static String code(String text) {
        return String.join("\n", List.of("```tripline", text, "```"));
    }
}
