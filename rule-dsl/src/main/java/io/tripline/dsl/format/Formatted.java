package io.tripline.dsl.format;

import io.tripline.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What formatting a file gave.
 *
 * @param text the file laid out anew; empty when it does not have the form of the language, and so is left alone
 * @param diagnostics what is wrong with it then; errors of meaning, such as an unknown field, are not looked for
 */
public record Formatted(Optional<String> text, List<Diagnostic> diagnostics) {

    public Formatted {
        diagnostics = List.copyOf(diagnostics);
    }
}
