package io.tripline.console.lsp;

import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.service.Completions;
import io.tripline.dsl.service.LanguageService;
import io.tripline.dsl.service.QuickFix;
import io.tripline.dsl.service.Range;
import io.tripline.dsl.service.Rename;
import io.tripline.dsl.service.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * Answers what an editor asks about its documents, each question when it comes. A change is checked at once, so the
 * diagnostics an editor shows are always those of the text before its next question.
 */
final class RuleDocumentService implements TextDocumentService {

    private final Documents documents;
    private final Map<String, List<org.eclipse.lsp4j.Diagnostic>> published = new HashMap<>();
    private LanguageClient client;

    RuleDocumentService(Documents documents) {
        this.documents = documents;
    }

    /** Says where diagnostics go; before anything is read. */
    void connect(LanguageClient editor) {
        client = editor;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        documents.opened(
                params.getTextDocument().getUri(), params.getTextDocument().getText());
        publish();
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        // The server asks for whole texts, so the last one says everything.
        params.getContentChanges()
                .forEach(change -> documents.changed(params.getTextDocument().getUri(), change.getText()));
        publish();
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        documents.closed(params.getTextDocument().getUri());
        publish();
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // What was saved is what the last change said.
    }

    /** Sends what the compiler says of all files, of those of which it says something else than before. */
    synchronized void publish() {
        Workspace workspace = documents.workspace();
        Map<String, List<org.eclipse.lsp4j.Diagnostic>> byFile = new TreeMap<>();
        for (String file : published.keySet()) {
            byFile.put(file, new ArrayList<>());
        }
        for (Diagnostic diagnostic : workspace.diagnostics()) {
            byFile.computeIfAbsent(diagnostic.span().file(), file -> new ArrayList<>())
                    .add(Protocol.diagnostic(diagnostic));
        }
        byFile.forEach((file, diagnostics) -> {
            if (!diagnostics.equals(published.put(file, diagnostics))) {
                client.publishDiagnostics(new PublishDiagnosticsParams(file, diagnostics));
            }
        });
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        Completions completions = LanguageService.complete(documents.workspace(), name(params), at(params));
        List<CompletionItem> items = IntStream.range(0, completions.items().size())
                .mapToObj(rank -> Protocol.completion(completions.items().get(rank), completions.replace(), rank))
                .toList();
        return answer(Either.forRight(new CompletionList(false, items)));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return answer(LanguageService.hover(documents.workspace(), name(params), at(params))
                .map(hover -> new Hover(Protocol.markdown(hover.markdown()), Protocol.range(hover.range())))
                .orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return answer(
                Either.forLeft(LanguageService.definition(documents.workspace(), name(params), at(params)).stream()
                        .map(Protocol::location)
                        .toList()));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return answer(LanguageService.references(documents.workspace(), name(params), at(params)).stream()
                .map(Protocol::location)
                .toList());
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        Rename rename = LanguageService.rename(documents.workspace(), name(params), at(params), params.getNewName());
        if (rename.refusal().isPresent()) {
            throw new ResponseErrorException(new ResponseError(
                    ResponseErrorCode.RequestFailed, rename.refusal().get(), null));
        }
        Map<String, List<TextEdit>> edits = new HashMap<>();
        rename.edits().forEach((file, changes) -> edits.put(file, Protocol.edits(changes)));
        return answer(new WorkspaceEdit(edits));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        Workspace workspace = documents.workspace();
        String file = name(params.getTextDocument());
        List<Diagnostic> there = LanguageService.diagnostics(workspace, file).stream()
                .filter(diagnostic -> touches(Protocol.range(Range.of(diagnostic.span())), params.getRange()))
                .toList();
        return answer(LanguageService.quickFixes(workspace, file, there).stream()
                .map(RuleDocumentService::action)
                .map(Either::<Command, CodeAction>forRight)
                .toList());
    }

    private static boolean touches(org.eclipse.lsp4j.Range one, org.eclipse.lsp4j.Range other) {
        return !before(one.getEnd(), other.getStart()) && !before(other.getEnd(), one.getStart());
    }

    private static boolean before(org.eclipse.lsp4j.Position one, org.eclipse.lsp4j.Position other) {
        return one.getLine() < other.getLine()
                || one.getLine() == other.getLine() && one.getCharacter() < other.getCharacter();
    }

    private static CodeAction action(QuickFix fix) {
        CodeAction action = new CodeAction(fix.title());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(Protocol.diagnostic(fix.diagnostic())));
        action.setEdit(new WorkspaceEdit(Map.of(fix.file(), Protocol.edits(fix.edits()))));
        return action;
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return answer(new SemanticTokens(SemanticTokenCodes.encode(
                LanguageService.semanticTokens(documents.workspace(), name(params.getTextDocument())))));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return answer(LanguageService.outline(documents.workspace(), name(params.getTextDocument())).stream()
                .map(Protocol::symbol)
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .toList());
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return answer(Protocol.edits(LanguageService.format(documents.workspace(), name(params.getTextDocument()))));
    }

    private static String name(TextDocumentPositionParams params) {
        return name(params.getTextDocument());
    }

    private static String name(TextDocumentIdentifier document) {
        return Documents.name(document.getUri());
    }

    private static io.tripline.dsl.service.Position at(TextDocumentPositionParams params) {
        return Protocol.position(params.getPosition());
    }

    private static <T> CompletableFuture<T> answer(T value) {
        return CompletableFuture.completedFuture(value);
    }
}
