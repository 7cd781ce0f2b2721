package io.tripline.dsl.service;

import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.service.Shape.Field;
import io.tripline.dsl.syntax.Clause;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes changes of what the compiler says, where it is known what to write. */
final class QuickFixes {

    private static final Pattern MEANT = Pattern.compile("did you mean `([^`]+)`\\?");
    private static final Pattern WRITE = Pattern.compile("write `([^`]+)`");
    private static final Pattern OF_TYPE = Pattern.compile("`([^`]+)` is not a field of (\\S+)");

    private final Workspace workspace;
    private final OpenFile file;
    private final List<QuickFix> fixes = new ArrayList<>();

    private QuickFixes(Workspace workspace, OpenFile file) {
        this.workspace = workspace;
        this.file = file;
    }

    static List<QuickFix> of(Workspace workspace, OpenFile file, List<Diagnostic> diagnostics) {
        QuickFixes fixes = new QuickFixes(workspace, file);
        diagnostics.forEach(fixes::fix);
        return fixes.fixes;
    }

    private void fix(Diagnostic diagnostic) {
        Matcher meant = MEANT.matcher(diagnostic.hint().orElse(""));
        if (meant.find()) {
            replace(diagnostic, meant.group(1));
        }
        switch (diagnostic.code()) {
            case FOREIGN_SIGN -> foreignSign(diagnostic);
            case BAD_NUMBER -> writeEither(diagnostic);
            case UNKNOWN_EVENT -> declareEvent(diagnostic);
            case UNKNOWN_FIELD -> addField(diagnostic);
            case MISSING_WINDOW ->
                insert(diagnostic, "Add `over 10m`", diagnostic.span().endOffset(), " over 10m");
            case UNBOUNDED_REPETITION, UNBOUNDED_NEGATION, GROWS -> addWithin(diagnostic);
            case OPTIONAL_FIELD -> guard(diagnostic);
            case MISSING_TIME -> addTime(diagnostic);
            case SYNTAX -> semicolon(diagnostic);
            default -> {}
        }
    }

    private String written(Diagnostic diagnostic) {
        SourceSpan span = diagnostic.span();
        return file.text().substring(span.startOffset(), span.endOffset());
    }

    private void replace(Diagnostic diagnostic, String with) {
        add(diagnostic, "Write `" + with + "`", Range.of(diagnostic.span()), with);
    }

    private void foreignSign(Diagnostic diagnostic) {
        Matcher write = WRITE.matcher(diagnostic.hint().orElse(""));
        if (written(diagnostic).equals(":")) {
            add(diagnostic, "Leave out the `:`", Range.of(diagnostic.span()), "");
        } else if (write.find()) {
            String with = write.group(1);
            boolean word = Character.isLetter(with.charAt(with.length() - 1));
            boolean glued = word
                    && diagnostic.span().endOffset() < file.text().length()
                    && Character.isLetterOrDigit(
                            file.text().charAt(diagnostic.span().endOffset()));
            add(diagnostic, "Write `" + with + "`", Range.of(diagnostic.span()), glued ? with + " " : with);
        }
    }

    /** A duration without its unit: seconds or minutes. */
    private void writeEither(Diagnostic diagnostic) {
        Matcher write = Pattern.compile("`([0-9]+[sm])` for (\\w+)")
                .matcher(diagnostic.hint().orElse(""));
        while (write.find()) {
            add(
                    diagnostic,
                    "Write `" + write.group(1) + "`, in " + write.group(2),
                    Range.of(diagnostic.span()),
                    write.group(1));
        }
    }

    private void declareEvent(Diagnostic diagnostic) {
        String name = written(diagnostic);
        Optional<Declaration> inside = declarationAt(diagnostic.span().startOffset());
        String keys = inside.filter(RuleDeclaration.class::isInstance).stream()
                .flatMap(rule -> ((RuleDeclaration) rule).clauses().stream())
                .filter(Clause.By.class::isInstance)
                .flatMap(by -> ((Clause.By) by).parts().stream())
                .map(part -> "  " + part.name().text() + " string\n")
                .collect(Collectors.joining());
        int offset = inside.map(declaration -> declaration.span().startOffset()).orElse(0);
        insert(
                diagnostic,
                "Declare the event type `" + name + "`",
                offset,
                "event " + name + " {\n  id string @id\n" + keys + "  at timestamp @time\n}\n\n");
    }

    private void addField(Diagnostic diagnostic) {
        Matcher unknown = OF_TYPE.matcher(diagnostic.message());
        if (!unknown.find()) {
            return;
        }
        for (Declaration declaration : file.parsed().declarations()) {
            if (declaration instanceof EventDeclaration event
                    && event.name().text().equals(unknown.group(2))
                    && !event.fields().isEmpty()) {
                int last = event.fields().get(event.fields().size() - 1).span().endOffset();
                insert(
                        diagnostic,
                        "Add the field `" + unknown.group(1) + "` to " + unknown.group(2),
                        last,
                        "\n  " + unknown.group(1) + " string?");
            }
        }
    }

    private void addWithin(Diagnostic diagnostic) {
        declarationAt(diagnostic.span().startOffset())
                .filter(RuleDeclaration.class::isInstance)
                .map(rule -> ((RuleDeclaration) rule).clauses())
                .filter(clauses -> clauses.stream().noneMatch(Clause.Within.class::isInstance))
                .stream()
                .flatMap(List::stream)
                .filter(Clause.Match.class::isInstance)
                .findFirst()
                .ifPresent(match ->
                        insert(diagnostic, "Add `within 10m`", match.span().endOffset(), "\n  within 10m"));
    }

    /** What stands in for the missing value has the type of the field. */
    private void guard(Diagnostic diagnostic) {
        String name = written(diagnostic);
        String field = name.substring(name.lastIndexOf('.') + 1);
        DeclarationNames.in(workspace, file).stream()
                .filter(found -> found.span().endOffset() == diagnostic.span().endOffset()
                        && found.symbol().name().equals(field))
                .flatMap(found -> workspace.shape(found.symbol().owner()).stream())
                .flatMap(shape -> shape.field(field).stream())
                .findFirst()
                .flatMap(QuickFixes::standIn)
                .ifPresent(value -> add(
                        diagnostic,
                        "Use `" + value + "` when `" + name + "` is missing",
                        Range.of(diagnostic.span()),
                        "(" + name + " ?? " + value + ")"));
    }

    private static Optional<String> standIn(Field field) {
        return switch (field.type()) {
            case "string" -> Optional.of("\"\"");
            case "int" -> Optional.of("0");
            case "decimal", "float" -> Optional.of("0.0");
            case "bool" -> Optional.of("false");
            case "duration" -> Optional.of("0s");
            default -> Optional.empty();
        };
    }

    private void addTime(Diagnostic diagnostic) {
        declarationAt(diagnostic.span().startOffset())
                .filter(EventDeclaration.class::isInstance)
                .map(event -> (EventDeclaration) event)
                .filter(event -> !event.fields().isEmpty())
                .ifPresent(event -> insert(
                        diagnostic,
                        "Add the field `at timestamp @time`",
                        event.fields().get(event.fields().size() - 1).span().endOffset(),
                        "\n  at timestamp @time"));
    }

    private void semicolon(Diagnostic diagnostic) {
        if (written(diagnostic).equals(";")) {
            add(diagnostic, "Leave out the `;`", Range.of(diagnostic.span()), "");
        }
    }

    private Optional<Declaration> declarationAt(int offset) {
        return file.parsed().declarations().stream()
                .filter(declaration -> declaration.span().startOffset() <= offset
                        && offset <= declaration.span().endOffset())
                .findFirst();
    }

    private void insert(Diagnostic diagnostic, String title, int offset, String text) {
        add(diagnostic, title, Range.at(file.lines().position(offset)), text);
    }

    private void add(Diagnostic diagnostic, String title, Range range, String text) {
        fixes.add(new QuickFix(title, diagnostic, file.name(), List.of(new TextEdit(range, text))));
    }
}
