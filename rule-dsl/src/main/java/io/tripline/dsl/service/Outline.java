package io.tripline.dsl.service;

import io.tripline.dsl.service.OutlineItem.Kind;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.Declaration.TableDeclaration;
import io.tripline.dsl.syntax.Declaration.ViewDeclaration;
import io.tripline.dsl.syntax.FieldSyntax;
import io.tripline.dsl.syntax.PatternSyntax.StepSyntax;
import io.tripline.dsl.syntax.SyntaxNode;
import io.tripline.dsl.syntax.TextLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file declares, with fields and steps. */
final class Outline {

    private final Workspace workspace;

    private Outline(Workspace workspace) {
        this.workspace = workspace;
    }

    static List<OutlineItem> of(Workspace workspace, OpenFile file) {
        Outline outline = new Outline(workspace);
        return file.parsed().declarations().stream().map(outline::item).toList();
    }

    private OutlineItem item(Declaration declaration) {
        Kind kind = Kind.valueOf(Describe.keyword(declaration).toUpperCase(Locale.ROOT));
        String detail = "";
        List<OutlineItem> children = List.of();
        if (declaration instanceof EventDeclaration event) {
            children = fields(event.fields());
        } else if (declaration instanceof TableDeclaration table) {
            children = fields(table.fields());
        } else if (declaration instanceof ViewDeclaration view) {
            detail = title(view.title());
        } else if (declaration instanceof RuleDeclaration rule) {
            detail = title(rule.title());
            children = RuleNames.steps(rule).map(this::step).toList();
        }
        return new OutlineItem(
                declaration.name().text(),
                kind,
                detail,
                Range.of(declaration.span()),
                Range.of(declaration.name().span()),
                children);
    }

    private static String title(Optional<TextLine> title) {
        return title.map(TextLine::text).orElse("");
    }

    private List<OutlineItem> fields(List<FieldSyntax> fields) {
        return fields.stream()
                .map(field -> leaf(
                        field.name().text(),
                        Kind.FIELD,
                        Describe.written(workspace, field.type()) + (field.optional() ? "?" : ""),
                        field,
                        field.name()))
                .toList();
    }

    private OutlineItem step(StepSyntax step) {
        SyntaxNode name = step.name().map(SyntaxNode.class::cast).orElse(step.event());
        return leaf(
                step.name().orElse(step.event()).text(), Kind.STEP, step.event().text(), step, name);
    }

    private static OutlineItem leaf(String name, Kind kind, String detail, SyntaxNode all, SyntaxNode nameNode) {
        return new OutlineItem(name, kind, detail, Range.of(all.span()), Range.of(nameNode.span()), List.of());
    }
}
