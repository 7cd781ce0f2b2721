package io.tripline.dsl.service;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import java.util.List;

/** A person's editor with one open file, in which a bar shows where the cursor stands, beside a file of event types. */
record Editor(Workspace workspace, Position cursor) {

    static final String FILE = "open.trip";

    private static final String EVENTS = """
            // What the shop sends.
            event Transaction {
              id        string     @id
              card      string
              user      string
              amount    decimal            // in euros
              channel   enum(web, app)
              merchant  string?
              at        timestamp  @time
            }

            event Login { user string, ok bool, at timestamp @time }

            table Customer key user { user string, tier enum(basic, gold) }
            list blocked of string
            """;

    static Editor of(String textWithBar) {
        return of(EVENTS, textWithBar);
    }

    static Editor alone(String textWithBar) {
        return of("", textWithBar);
    }

    private static Editor of(String events, String textWithBar) {
        int bar = textWithBar.indexOf('|');
        String text = textWithBar.replaceFirst("\\|", "");
        Workspace workspace =
                Workspace.of(List.of(new SourceFile("events.trip", events))).with(new SourceFile(FILE, text));
        return new Editor(workspace, new LineMap(text).position(Math.max(0, bar)));
    }

    List<String> completions() {
        return LanguageService.complete(workspace, FILE, cursor).items().stream()
                .map(Completion::label)
                .toList();
    }

    Completion completion(String label) {
        return LanguageService.complete(workspace, FILE, cursor).items().stream()
                .filter(item -> item.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    String hover() {
        return LanguageService.hover(workspace, FILE, cursor)
                .map(Hover::markdown)
                .orElse("");
    }

    /** {@code file: text of the line} of each place. */
    List<String> definition() {
        return LanguageService.definition(workspace, FILE, cursor).stream()
                .map(this::line)
                .toList();
    }

    List<String> references() {
        return LanguageService.references(workspace, FILE, cursor).stream()
                .map(this::line)
                .toList();
    }

    Rename rename(String newName) {
        return LanguageService.rename(workspace, FILE, cursor, newName);
    }

    /** The text of a file after renaming. */
    String renamed(String newName, String file) {
        Rename rename = rename(newName);
        return apply(workspace.text(file).orElseThrow(), rename.edits().getOrDefault(file, List.of()));
    }

    List<Diagnostic> diagnostics() {
        return LanguageService.diagnostics(workspace, FILE);
    }

    List<String> fixes() {
        return LanguageService.quickFixes(workspace, FILE, diagnostics()).stream()
                .map(QuickFix::title)
                .toList();
    }

    /** The open file after one of the fixes. */
    String fixed(String title) {
        QuickFix fix = LanguageService.quickFixes(workspace, FILE, diagnostics()).stream()
                .filter(offered -> offered.title().equals(title))
                .findFirst()
                .orElseThrow();
        return apply(workspace.text(FILE).orElseThrow(), fix.edits());
    }

    private String line(Location location) {
        String text = workspace.text(location.file()).orElseThrow();
        return location.file() + ": "
                + text.split("\n", -1)[location.range().start().line()].strip();
    }

    static String apply(String text, List<TextEdit> edits) {
        LineMap lines = new LineMap(text);
        StringBuilder changed = new StringBuilder(text);
        edits.stream()
                .sorted((a, b) ->
                        lines.offset(b.range().start()) - lines.offset(a.range().start()))
                .forEach(edit -> changed.replace(
                        lines.offset(edit.range().start()),
                        lines.offset(edit.range().end()),
                        edit.newText()));
        return changed.toString();
    }
}
