package io.tripline.console.lsp;

import io.tripline.console.ConsoleVersion;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Serves one editor until it says {@code exit} or its stream ends. All rule files of its folders are one rule set. */
public final class RuleLanguageServer implements LanguageServer, WorkspaceService {

    private final Documents documents = new Documents();
    private final CompletableFuture<Void> exited = new CompletableFuture<>();
    private final RuleDocumentService service = new RuleDocumentService(documents);

    private RuleLanguageServer() {}

    /** Blocks until the editor is gone. Nothing but the protocol is written to the stream. */
    public static void serve(InputStream in, OutputStream out) throws InterruptedException, ExecutionException {
        RuleLanguageServer server = new RuleLanguageServer();
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
        server.service.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> awaitEnd(listening));
        CompletableFuture.anyOf(ended, server.exited).get();
    }

    private static void awaitEnd(Future<Void> listening) {
        try {
            listening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the editor's stream broke", e.getCause());
        }
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        List<WorkspaceFolder> folders = params.getWorkspaceFolders();
        if (folders != null) {
            folders.forEach(folder -> documents.readFolder(Path.of(URI.create(folder.getUri()))));
        }
        ServerCapabilities can = new ServerCapabilities();
        can.setTextDocumentSync(TextDocumentSyncKind.Full);
        can.setCompletionProvider(new CompletionOptions(false, List.of(".", "@", "[", "(", "{", " ")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setRenameProvider(true);
        can.setCodeActionProvider(true);
        can.setDocumentSymbolProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(SemanticTokenCodes.LEGEND, true));
        return CompletableFuture.completedFuture(
                new InitializeResult(can, new ServerInfo("tripline", ConsoleVersion.current())));
    }

    @Override
    public void initialized(InitializedParams params) {
        service.publish();
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        return CompletableFuture.completedFuture(new Object());
    }

    @Override
    public void exit() {
        exited.complete(null);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return service;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return this;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // There is nothing to configure.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        params.getChanges().forEach(change -> documents.onDisk(change.getUri()));
        service.publish();
    }
}
