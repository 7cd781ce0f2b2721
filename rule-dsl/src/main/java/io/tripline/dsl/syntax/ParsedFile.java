package io.tripline.dsl.syntax;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;

/**
 * What could be read of one file.
 *
 * @param declarations in the order of writing
 * @param unreadNames words in the parts that could not be read: they may name things that are declared there
 * @param nameLost whether something is declared there that has no name
 * @param diagnostics what is wrong with the text, in no particular order
 */
public record ParsedFile(
        SourceFile file,
        List<Declaration> declarations,
        Set<String> unreadNames,
        boolean nameLost,
        List<Diagnostic> diagnostics) {

    public ParsedFile {
        declarations = List.copyOf(declarations);
        unreadNames = Set.copyOf(unreadNames);
        diagnostics = List.copyOf(diagnostics);
    }
}
