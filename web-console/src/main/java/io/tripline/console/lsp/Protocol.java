package io.tripline.console.lsp;

import io.tripline.dsl.service.Completion;
import io.tripline.dsl.service.Location;
import io.tripline.dsl.service.OutlineItem;
import io.tripline.dsl.service.Position;
import io.tripline.dsl.service.Range;
import io.tripline.dsl.service.TextEdit;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The service's answers as the protocol writes them. */
final class Protocol {

    private static final String SOURCE = "tripline";

    private Protocol() {}

    static Position position(org.eclipse.lsp4j.Position position) {
        return new Position(position.getLine(), position.getCharacter());
    }

    static org.eclipse.lsp4j.Position position(Position position) {
        return new org.eclipse.lsp4j.Position(position.line(), position.character());
    }

    static org.eclipse.lsp4j.Range range(Range range) {
        return new org.eclipse.lsp4j.Range(position(range.start()), position(range.end()));
    }

    static org.eclipse.lsp4j.Location location(Location location) {
        return new org.eclipse.lsp4j.Location(location.file(), range(location.range()));
    }

    static org.eclipse.lsp4j.TextEdit edit(TextEdit edit) {
        return new org.eclipse.lsp4j.TextEdit(range(edit.range()), edit.newText());
    }

    static List<org.eclipse.lsp4j.TextEdit> edits(List<TextEdit> edits) {
        return edits.stream().map(Protocol::edit).toList();
    }

    static MarkupContent markdown(String text) {
        return new MarkupContent(MarkupKind.MARKDOWN, text);
    }

    static Diagnostic diagnostic(io.tripline.dsl.diagnostic.Diagnostic diagnostic) {
        String hint = diagnostic.hint().map(text -> "\n" + text).orElse("");
        return new Diagnostic(
                range(Range.of(diagnostic.span())),
                diagnostic.message() + hint,
                diagnostic.isError() ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                SOURCE,
                diagnostic.code().display());
    }

    /** @param rank its place among the items, by which editors sort them */
    static CompletionItem completion(Completion completion, Range replace, int rank) {
        CompletionItem item = new CompletionItem(completion.label());
        item.setKind(
                switch (completion.kind()) {
                    case KEYWORD -> CompletionItemKind.Keyword;
                    case EVENT, TABLE, VIEW -> CompletionItemKind.Struct;
                    case LIST -> CompletionItemKind.Variable;
                    case LET -> CompletionItemKind.Constant;
                    case RULE -> CompletionItemKind.Module;
                    case FIELD -> CompletionItemKind.Field;
                    case STEP -> CompletionItemKind.Variable;
                    case FUNCTION -> CompletionItemKind.Function;
                    case TYPE -> CompletionItemKind.TypeParameter;
                    case VALUE -> CompletionItemKind.EnumMember;
                });
        item.setDetail(completion.detail());
        if (!completion.documentation().isEmpty()) {
            item.setDocumentation(markdown(completion.documentation()));
        }
        item.setSortText(String.format(Locale.ROOT, "%04d", rank));
        item.setTextEdit(Either.forLeft(new org.eclipse.lsp4j.TextEdit(range(replace), completion.label())));
        return item;
    }

    static DocumentSymbol symbol(OutlineItem item) {
        SymbolKind kind =
                switch (item.kind()) {
                    case EVENT, TABLE, VIEW -> SymbolKind.Struct;
                    case LIST -> SymbolKind.Array;
                    case LET -> SymbolKind.Constant;
                    case RULE, DECISION -> SymbolKind.Class;
                    case TEST -> SymbolKind.Method;
                    case FIELD -> SymbolKind.Field;
                    case STEP -> SymbolKind.Variable;
                };
        // The protocol has no symbols without a name, and a test may be without its title while it is written.
        String name = item.name().isBlank() ? "…" : item.name();
        return new DocumentSymbol(
                name,
                kind,
                range(item.range()),
                range(item.nameRange()),
                item.detail(),
                item.children().stream().map(Protocol::symbol).toList());
    }
}
