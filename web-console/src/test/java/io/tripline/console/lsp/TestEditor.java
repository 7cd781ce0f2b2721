package io.tripline.console.lsp;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor that talks to a language server in this process, through pipes. */
final class TestEditor implements LanguageClient, AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<PublishDiagnosticsParams> diagnostics = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> served = new CompletableFuture<>();
    private final PipedOutputStream toServer = new PipedOutputStream();
    private final LanguageServer server;
    private final Path folder;
    private final InitializeResult abilities;
    private final Future<Void> listening;
    private int version;

    TestEditor(Path folder) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        this.folder = folder;
        PipedInputStream serverIn = new PipedInputStream(toServer, 1 << 16);
        PipedOutputStream serverOut = new PipedOutputStream();
        PipedInputStream fromServer = new PipedInputStream(serverOut, 1 << 16);
        Thread serving = new Thread(() -> {
            try {
                RuleLanguageServer.serve(serverIn, serverOut);
                served.complete(null);
            } catch (InterruptedException | ExecutionException | RuntimeException e) {
                served.completeExceptionally(e);
            }
        });
        serving.setDaemon(true);
        serving.start();
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(this, fromServer, toServer);
        listening = launcher.startListening();
        server = launcher.getRemoteProxy();
        InitializeParams params = new InitializeParams();
        params.setCapabilities(new ClientCapabilities());
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "rules")));
        abilities = await(server.initialize(params));
        server.initialized(new InitializedParams());
    }

    InitializeResult abilities() {
        return abilities;
    }

    LanguageServer server() {
        return server;
    }

    TextDocumentIdentifier document(String file) {
        return new TextDocumentIdentifier(uri(file));
    }

    String uri(String file) {
        return folder.resolve(file).toUri().toString();
    }

    void open(String file, String text) {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "tripline", ++version, text)));
    }

    void change(String file, String text) {
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri(file), ++version),
                        List.of(new TextDocumentContentChangeEvent(text))));
    }

    /** The next diagnostics the server sends. */
    PublishDiagnosticsParams nextDiagnostics() throws InterruptedException {
        PublishDiagnosticsParams next = diagnostics.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no diagnostics came");
        }
        return next;
    }

    static <T> T await(CompletableFuture<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Says good-bye and waits until the server has ended. */
    void leave() throws InterruptedException, ExecutionException, TimeoutException {
        await(server.shutdown());
        server.exit();
        await(served);
    }

    /** Breaks off without a word, and waits until the server has ended. */
    void vanish() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        toServer.close();
        await(served);
    }

    @Override
    public void close() throws IOException {
        toServer.close();
        listening.cancel(true);
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
        diagnostics.add(params);
    }

    @Override
    public void telemetryEvent(Object object) {
        throw new AssertionError("nothing is reported about people");
    }

    @Override
    public void showMessage(MessageParams params) {
        throw new AssertionError(params.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        throw new AssertionError(params.getMessage());
    }

    @Override
    public void logMessage(MessageParams params) {
        throw new AssertionError(params.getMessage());
    }
}
