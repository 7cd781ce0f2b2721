package io.tripline.console.rules;

import io.tripline.console.http.LimitedBody;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.service.LanguageService;
import io.tripline.dsl.service.Workspace;
import io.tripline.engine.host.RuleSet;
import io.tripline.engine.host.RuleStart;
import io.tripline.engine.host.RunnableRules;
import io.tripline.engine.host.WarmProgress;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RulesController {

    static final int MAX_TEXT_BYTES = 1 << 20;
    private static final MediaType PLAIN_TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final RuleSetPublisher publisher;

    RulesController(RuleSetPublisher publisher) {
        this.publisher = publisher;
    }

    /** The body of an answer to a list. */
    record RuleSetView(long revision, List<RuleFileView> files) {}

    /** The body of an answer to a text that is only looked at. */
    record CheckView(List<DiagnosticView> diagnostics, List<LanguageAnswer.Fix> fixes) {}

    /**
     * The body of an answer to a change.
     *
     * @param warmFrom the first sequence that the rules have seen which began warm; 0 when none did
     */
    record ChangeView(
            RuleFileView file,
            long revision,
            List<DiagnosticView> diagnostics,
            List<StartView> starts,
            long warmFrom) {}

    /** How a rule began. */
    record StartView(String rule, String start, String reason) {
        static StartView of(RuleStart start) {
            return new StartView(start.rule(), start.kind().name().toLowerCase(Locale.ROOT), start.reason());
        }
    }

    /** The body of an answer about rules that are about to hold. */
    record WarmingView(Optional<WarmProgress> warming) {}

    @GetMapping("/v1/rules")
    RuleSetView list() {
        RuleSet rules = publisher.rules();
        return new RuleSetView(rules.revision(), RuleSetContents.of(rules, publisher::updatedAt));
    }

    @GetMapping("/v1/rules/warming")
    WarmingView warming() {
        return new WarmingView(publisher.warming());
    }

    @GetMapping("/v1/rules/{file}")
    ResponseEntity<byte[]> text(@PathVariable String file) {
        SourceFile found = RuleFiles.existing(publisher.rules(), RuleFileName.checked(file));
        return ResponseEntity.ok()
                .eTag(RuleFiles.etag(found))
                .contentType(PLAIN_TEXT)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + found.name() + "\"")
                .body(found.text().getBytes(StandardCharsets.UTF_8));
    }

    @PutMapping("/v1/rules/{file}")
    ResponseEntity<ChangeView> put(
            @PathVariable String file,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) String ifNoneMatch,
            HttpServletRequest request)
            throws IOException, InterruptedException {
        String name = RuleFileName.checked(file);
        SourceFile source = new SourceFile(name, LimitedBody.text(request, MAX_TEXT_BYTES));
        RuleSetPublisher.Change change = publisher.put(source, Preconditions.of(ifMatch, ifNoneMatch));
        RuleFileView view = RuleSetContents.of(change.rules(), publisher::updatedAt).stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow();
        ResponseEntity.BodyBuilder answer =
                change.created() ? ResponseEntity.created(URI.create("/v1/rules/" + name)) : ResponseEntity.ok();
        return answer.eTag(view.etag())
                .body(new ChangeView(
                        view,
                        change.rules().revision(),
                        about(name, change.diagnostics()).stream()
                                .map(DiagnosticView::of)
                                .toList(),
                        change.starts().stream().map(StartView::of).toList(),
                        change.warmFrom()));
    }

    @DeleteMapping("/v1/rules/{file}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String file, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch)
            throws InterruptedException {
        publisher.delete(RuleFileName.checked(file), Preconditions.of(ifMatch, null));
    }

    @PostMapping("/v1/rules/{file}/check")
    CheckView check(@PathVariable String file, HttpServletRequest request) throws IOException {
        String name = RuleFileName.checked(file);
        SourceFile source = new SourceFile(name, LimitedBody.text(request, MAX_TEXT_BYTES));
        List<SourceFile> files = RuleFiles.with(publisher.rules(), source);
        List<Diagnostic> diagnostics = about(name, RunnableRules.compile(files).diagnostics());
        return new CheckView(diagnostics.stream().map(DiagnosticView::of).toList(), fixes(files, name, diagnostics));
    }

    private static List<LanguageAnswer.Fix> fixes(List<SourceFile> files, String name, List<Diagnostic> diagnostics) {
        List<Diagnostic> own = diagnostics.stream()
                .filter(diagnostic -> diagnostic.span().file().equals(name))
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        Workspace workspace = Workspace.of(files);
        return LanguageService.quickFixes(workspace, name, own).stream()
                .map(fix -> LanguageAnswer.Fix.of(workspace, fix, diagnostics.indexOf(fix.diagnostic())))
                .toList();
    }

    /** What concerns who changes that file: all of it, and the errors in others. */
    private static List<Diagnostic> about(String file, List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(d -> d.isError() || d.span().file().equals(file))
                .toList();
    }
}
