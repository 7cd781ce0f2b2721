package io.tripline.console.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor works on a folder with a file of event types, and has a rule open. */
class RuleLanguageServerTest {

    private static final String EVENTS = """
            event Transaction {
              id      string     @id
              card    string
              amount  decimal
              at      timestamp  @time
            }
            """;

    private static final String RULE = """
            rule large {
              by card
              on t: Transaction[amount > 220]
              alert "{t.amount}"
            }
            """;

    @TempDir
    Path folder;

    private TestEditor editor;
    private TextDocumentService documents;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("events.trip"), EVENTS);
        editor = new TestEditor(folder);
        documents = editor.server().getTextDocumentService();
        editor.open("large.trip", RULE);
    }

    @AfterEach
    void close() throws Exception {
        editor.close();
    }

    @Test
    void saysWhatItCan() {
        assertThat(editor.abilities().getServerInfo().getName()).isEqualTo("tripline");
        assertThat(editor.abilities().getCapabilities().getHoverProvider().getLeft())
                .isTrue();
    }

    @Test
    void sendsDiagnosticsWhenATextChangesAndTakesThemBack() throws Exception {
        editor.change("large.trip", RULE.replace("[amount", "[amout"));
        PublishDiagnosticsParams wrong = editor.nextDiagnostics();
        assertThat(wrong.getUri()).isEqualTo(editor.uri("large.trip"));
        Diagnostic diagnostic = wrong.getDiagnostics().get(0);
        assertThat(diagnostic.getMessage().getLeft())
                .isEqualTo("`amout` is not a field of Transaction\ndid you mean `amount`?");
        assertThat(diagnostic.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
        assertThat(diagnostic.getCode().getLeft()).isEqualTo("unknown-field");
        assertThat(diagnostic.getRange()).isEqualTo(new Range(new Position(2, 20), new Position(2, 25)));

        editor.change("large.trip", RULE);
        assertThat(editor.nextDiagnostics().getDiagnostics()).isEmpty();
    }

    @Test
    void aFileThatIsClosedIsAgainAsItIsOnTheDisk() throws Exception {
        editor.open("events.trip", "");
        assertThat(editor.nextDiagnostics().getDiagnostics()).hasSize(1);
        documents.didClose(new DidCloseTextDocumentParams(editor.document("events.trip")));
        assertThat(editor.nextDiagnostics().getDiagnostics()).isEmpty();
    }

    @Test
    void completes() throws Exception {
        List<CompletionItem> items = TestEditor.await(
                        documents.completion(new CompletionParams(editor.document("large.trip"), new Position(2, 24))))
                .getRight()
                .getItems();
        assertThat(items).extracting(CompletionItem::getLabel).startsWith("id", "card", "amount");
        CompletionItem amount = items.get(2);
        assertThat(amount.getDetail()).isEqualTo("decimal");
        assertThat(amount.getTextEdit().getLeft())
                .isEqualTo(new TextEdit(new Range(new Position(2, 20), new Position(2, 24)), "amount"));
    }

    @Test
    void explains() throws Exception {
        assertThat(TestEditor.await(
                                documents.hover(new HoverParams(editor.document("large.trip"), new Position(2, 22))))
                        .getContents()
                        .getRight()
                        .getValue())
                .startsWith("```tripline\namount decimal\n```");
        assertThat(TestEditor.await(
                        documents.hover(new HoverParams(editor.document("large.trip"), new Position(0, 11)))))
                .isNull();
    }

    @Test
    void goesToDeclarationsAndReferences() throws Exception {
        Position amount = new Position(2, 22);
        List<Location> declared = List.copyOf(
                TestEditor.await(documents.definition(new DefinitionParams(editor.document("large.trip"), amount)))
                        .getLeft());
        assertThat(declared)
                .containsExactly(
                        new Location(editor.uri("events.trip"), new Range(new Position(3, 2), new Position(3, 8))));
        assertThat(TestEditor.await(documents.references(
                        new ReferenceParams(editor.document("large.trip"), amount, new ReferenceContext(true)))))
                .hasSize(3);
    }

    @Test
    void renamesInAllFiles() throws Exception {
        WorkspaceEdit edit = TestEditor.await(
                documents.rename(new RenameParams(editor.document("large.trip"), new Position(2, 22), "euros")));
        assertThat(edit.getChanges().get(editor.uri("events.trip"))).hasSize(1);
        assertThat(edit.getChanges().get(editor.uri("large.trip"))).hasSize(2);
    }

    @Test
    void saysWhyItDoesNotRename() {
        assertThatThrownBy(() -> TestEditor.await(
                        documents.rename(new RenameParams(editor.document("large.trip"), new Position(2, 22), "card"))))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("`card` is taken");
    }

    @Test
    void offersFixes() throws Exception {
        editor.change("large.trip", RULE.replace("[amount", "[amout"));
        CodeAction action = TestEditor.await(documents.codeAction(new CodeActionParams(
                        editor.document("large.trip"),
                        new Range(new Position(2, 22), new Position(2, 22)),
                        new CodeActionContext(List.of()))))
                .get(0)
                .getRight();
        assertThat(action.getTitle()).isEqualTo("Write `amount`");
        assertThat(action.getEdit().getChanges().get(editor.uri("large.trip")))
                .containsExactly(new TextEdit(new Range(new Position(2, 20), new Position(2, 25)), "amount"));
    }

    @Test
    void formats() throws Exception {
        editor.change("large.trip", "list a of string   \n\n\n\nlist b of int");
        List<TextEdit> edits = List.copyOf(TestEditor.await(documents.formatting(
                new DocumentFormattingParams(editor.document("large.trip"), new FormattingOptions(4, false)))));
        assertThat(edits)
                .containsExactly(new TextEdit(
                        new Range(new Position(0, 0), new Position(4, 13)), "list a of string\n\nlist b of int\n"));
    }

    @Test
    void outlinesAndColours() throws Exception {
        DocumentSymbol rule = TestEditor.await(
                        documents.documentSymbol(new DocumentSymbolParams(editor.document("large.trip"))))
                .get(0)
                .getRight();
        assertThat(rule.getName()).isEqualTo("large");
        assertThat(rule.getChildren()).extracting(DocumentSymbol::getName).containsExactly("t");
        List<Integer> codes = TestEditor.await(
                        documents.semanticTokensFull(new SemanticTokensParams(editor.document("large.trip"))))
                .getData();
        // `rule`, a keyword; then `large` behind it, a name that is declared here.
        assertThat(codes).startsWith(0, 0, 4, 0, 0, 0, 5, 5, 5, 1);
    }

    @Test
    void endsWhenTheEditorDoes() throws Exception {
        editor.leave();
    }

    @Test
    void endsWhenTheEditorVanishes() throws Exception {
        editor.vanish();
    }
}
