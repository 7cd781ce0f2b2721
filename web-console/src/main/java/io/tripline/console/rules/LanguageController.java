package io.tripline.console.rules;

import io.tripline.console.http.LimitedBody;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.service.Completions;
import io.tripline.dsl.service.LanguageService;
import io.tripline.dsl.service.Position;
import io.tripline.dsl.service.Workspace;
import io.tripline.engine.host.RuleSet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an editor asks about the text of a rule file that somebody is writing: the text comes with each question, and is
 * looked at together with the node's other rule files. Nothing changes.
 */
@RestController
final class LanguageController {

    private static final int MAX_TEXT_BYTES = 1 << 20;

    private final RuleSetPublisher publisher;
    /** The node's files, read once for each revision; an older one that another thread puts back is read again. */
    private volatile Read read = new Read(-1, Workspace.empty());

    private record Read(long revision, Workspace workspace) {}

    /** A text in its place among the other files. */
    private record Question(Workspace workspace, String file, Position position) {}

    LanguageController(RuleSetPublisher publisher) {
        this.publisher = publisher;
    }

    @PostMapping("/v1/language/complete")
    LanguageAnswer.Completions complete(@RequestParam String file, @RequestParam int offset, HttpServletRequest request)
            throws IOException {
        Question asked = question(file, offset, request);
        Completions found = LanguageService.complete(asked.workspace(), asked.file(), asked.position());
        return new LanguageAnswer.Completions(
                LanguageAnswer.offset(asked.workspace(), file, found.replace().start()),
                LanguageAnswer.offset(asked.workspace(), file, found.replace().end()),
                found.items().stream().map(LanguageAnswer.Item::of).toList());
    }

    @PostMapping("/v1/language/hover")
    ResponseEntity<LanguageAnswer.Hover> hover(
            @RequestParam String file, @RequestParam int offset, HttpServletRequest request) throws IOException {
        Question asked = question(file, offset, request);
        return LanguageService.hover(asked.workspace(), asked.file(), asked.position())
                .map(hover -> ResponseEntity.ok(new LanguageAnswer.Hover(
                        LanguageAnswer.offset(
                                asked.workspace(), file, hover.range().start()),
                        LanguageAnswer.offset(
                                asked.workspace(), file, hover.range().end()),
                        hover.markdown())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/v1/language/definition")
    Map<String, List<LanguageAnswer.Place>> definition(
            @RequestParam String file, @RequestParam int offset, HttpServletRequest request) throws IOException {
        Question asked = question(file, offset, request);
        return Map.of(
                "places",
                LanguageService.definition(asked.workspace(), asked.file(), asked.position()).stream()
                        .map(location -> LanguageAnswer.Place.of(asked.workspace(), location))
                        .toList());
    }

    @PostMapping("/v1/language/format")
    Map<String, List<LanguageAnswer.Edit>> format(@RequestParam String file, HttpServletRequest request)
            throws IOException {
        Question asked = question(file, 0, request);
        return Map.of(
                "edits",
                LanguageService.format(asked.workspace(), asked.file()).stream()
                        .map(edit -> LanguageAnswer.edit(asked.workspace(), file, edit.range(), edit.newText()))
                        .toList());
    }

    private Question question(String file, int offset, HttpServletRequest request) throws IOException {
        String name = RuleFileName.checked(file);
        Workspace workspace = workspace().with(new SourceFile(name, LimitedBody.text(request, MAX_TEXT_BYTES)));
        return new Question(workspace, name, workspace.position(name, offset).orElseThrow());
    }

    /** The node's rule files as they are now. */
    private Workspace workspace() {
        RuleSet rules = publisher.rules();
        Read last = read;
        if (last.revision() != rules.revision()) {
            last = new Read(rules.revision(), Workspace.of(rules.files()));
            read = last;
        }
        return last.workspace();
    }
}
