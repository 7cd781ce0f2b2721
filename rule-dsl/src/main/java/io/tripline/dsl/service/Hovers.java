package io.tripline.dsl.service;

import io.tripline.dsl.service.Symbol.Kind;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.PatternSyntax.StepSyntax;
import io.tripline.dsl.syntax.SourceToken;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a word means. */
final class Hovers {

    private final Workspace workspace;
    private final OpenFile file;

    private Hovers(Workspace workspace, OpenFile file) {
        this.workspace = workspace;
        this.file = file;
    }

    static Optional<Hover> at(Workspace workspace, OpenFile file, int offset) {
        Hovers hovers = new Hovers(workspace, file);
        return hovers.name(offset).or(() -> hovers.keyword(offset));
    }

    private Optional<Hover> name(int offset) {
        return DeclarationNames.in(workspace, file).stream()
                .filter(name -> name.covers(offset))
                .min(Comparator.comparing((Occurrence name) -> name.declares() ? 1 : 0))
                .flatMap(name ->
                        describe(name).map(markdown -> new Hover(Range.of(name.span()), markdown + alsoOf(name))));
    }

    /** A part of the key is a field of several event types. */
    private String alsoOf(Occurrence name) {
        String others = DeclarationNames.in(workspace, file).stream()
                .filter(other -> other.span().equals(name.span())
                        && other.symbol().kind() == Kind.FIELD
                        && !other.symbol().equals(name.symbol()))
                .map(other -> "`" + other.symbol().owner() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : "\n\nAlso of " + others + ".";
    }

    private Optional<String> describe(Occurrence name) {
        Symbol symbol = name.symbol();
        return switch (symbol.kind()) {
            case EVENT, TABLE, VIEW, LIST, LET, RULE, DECISION ->
                declaration(symbol.name()).map(declaration -> Describe.declaration(workspace, declaration));
            case FIELD ->
                workspace.shape(symbol.owner()).flatMap(shape -> shape.field(symbol.name())
                        .map(field -> Describe.field(shape, field)));
            case ENUM_NAME ->
                Optional.of(Describe.code(symbol.name()) + "\nOne of the names of `" + symbol.owner() + "`.");
            case STEP -> step(symbol);
            case KEY -> Optional.of(Describe.code(symbol.name()) + "\nA part of the key of `" + symbol.owner() + "`.");
            case FUNCTION -> Vocabulary.function(symbol.name()).map(Describe::entry);
            case TYPE -> Vocabulary.type(symbol.name()).map(Describe::entry);
            case SEVERITY -> Vocabulary.severity(symbol.name()).map(Describe::entry);
        };
    }

    private Optional<Declaration> declaration(String name) {
        return workspace
                .declarations()
                .filter(declaration -> declaration.name().text().equals(name)
                        && DeclarationNames.symbol(declaration).isPresent())
                .findFirst();
    }

    private Optional<String> step(Symbol symbol) {
        Optional<StepSyntax> step = file.parsed().declarations().stream()
                .filter(RuleDeclaration.class::isInstance)
                .filter(rule -> rule.name().text().equals(symbol.owner()))
                .flatMap(rule -> RuleNames.steps((RuleDeclaration) rule))
                .filter(found -> found.name()
                        .filter(name -> name.text().equals(symbol.name()))
                        .isPresent())
                .findFirst();
        return step.map(found -> {
            String shape = workspace
                    .shape(found.event().text())
                    .map(known -> "\n" + Describe.shape(known))
                    .orElse("");
            return Describe.code(Describe.written(workspace, found)) + "\nA step of `" + symbol.owner() + "`." + shape;
        });
    }

    private Optional<Hover> keyword(int offset) {
        return file.wordAt(offset)
                .filter(word -> word.kind() == SourceToken.Kind.KEYWORD || word.kind() == SourceToken.Kind.NAME)
                .flatMap(word -> Vocabulary.keyword(word.text())
                        .or(() -> Vocabulary.window(word.text()))
                        .filter(entry -> word.kind() == SourceToken.Kind.KEYWORD || isWindowKind(word))
                        .map(entry -> new Hover(
                                file.lines().range(word.startOffset(), word.endOffset()), Describe.entry(entry))));
    }

    private boolean isWindowKind(SourceToken word) {
        int index = file.words().indexOf(word);
        return index > 0 && file.words().get(index - 1).is("window");
    }
}
