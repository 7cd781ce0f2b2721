package io.tripline.dsl.service;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.format.Formatted;
import io.tripline.dsl.format.RuleFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What an editor asks about rule files. Every question is a pure function of a {@link Workspace}, safe for any thread,
 * and has an answer for any text, also one that is half written; of a file the workspace does not have the answer is
 * empty.
 */
public final class LanguageService {

    private LanguageService() {}

    /** What the compiler says of one file, as a part of all. */
    public static List<Diagnostic> diagnostics(Workspace workspace, String file) {
        return workspace.diagnostics().stream()
                .filter(diagnostic -> diagnostic.span().file().equals(file))
                .toList();
    }

    /** What can be written at a place. */
    public static Completions complete(Workspace workspace, String file, Position position) {
        return workspace
                .file(file)
                .map(open -> Completer.at(workspace, open, open.lines().offset(position)))
                .orElseGet(() -> new Completions(Range.at(position), List.of()));
    }

    /** What the word at a place means. */
    public static Optional<Hover> hover(Workspace workspace, String file, Position position) {
        return at(workspace, file, position, (open, offset) -> Hovers.at(workspace, open, offset), Optional.empty());
    }

    /** Where the name at a place is declared: one place, or several for a part of a key. */
    public static List<Location> definition(Workspace workspace, String file, Position position) {
        References references = new References(workspace);
        return at(workspace, file, position, references::declarations, List.of());
    }

    /** Where else the thing at a place is named; its declarations are among them. */
    public static List<Location> references(Workspace workspace, String file, Position position) {
        References references = new References(workspace);
        return at(workspace, file, position, references::all, List.of());
    }

    /** The name at a place, if it can be changed. */
    public static Optional<Range> renamable(Workspace workspace, String file, Position position) {
        Renaming renaming = new Renaming(workspace);
        return at(workspace, file, position, renaming::renamable, Optional.empty());
    }

    /** Calls the thing at a place something else, in all files. */
    public static Rename rename(Workspace workspace, String file, Position position, String newName) {
        Renaming renaming = new Renaming(workspace);
        return at(
                workspace,
                file,
                position,
                (open, offset) -> renaming.rename(open, offset, newName),
                Rename.refused("there is no file " + file));
    }

    /** What could be done about these of its diagnostics. */
    public static List<QuickFix> quickFixes(Workspace workspace, String file, List<Diagnostic> diagnostics) {
        return workspace
                .file(file)
                .map(open -> QuickFixes.of(workspace, open, diagnostics))
                .orElse(List.of());
    }

    /** Every word that has a colour, in the order of the text. */
    public static List<SemanticToken> semanticTokens(Workspace workspace, String file) {
        return workspace
                .file(file)
                .map(open -> SemanticTokens.of(workspace, open))
                .orElse(List.of());
    }

    /** What the file declares, in the order of the text. */
    public static List<OutlineItem> outline(Workspace workspace, String file) {
        return workspace.file(file).map(open -> Outline.of(workspace, open)).orElse(List.of());
    }

    /** The edits that format a file: none when it has its look, or cannot be read. */
    public static List<TextEdit> format(Workspace workspace, String file) {
        return workspace.file(file).map(LanguageService::formatted).orElse(List.of());
    }

    private static List<TextEdit> formatted(OpenFile open) {
        Formatted formatted = RuleFormatter.format(new SourceFile(open.name(), open.text()));
        Range all = new Range(new Position(0, 0), open.lines().end());
        return formatted.text().filter(text -> !text.equals(open.text())).stream()
                .map(text -> new TextEdit(all, text))
                .toList();
    }

    private static <T> T at(
            Workspace workspace,
            String file,
            Position position,
            BiFunction<OpenFile, Integer, T> question,
            T otherwise) {
        return workspace
                .file(file)
                .map(open -> question.apply(open, open.lines().offset(position)))
                .orElse(otherwise);
    }
}
