package io.tripline.dsl.service;

import io.tripline.dsl.diagnostic.Diagnostic;
import java.util.List;

/**
 * A change that does away with something the compiler says.
 *
 * @param title what it does, as an offer: {@code Write `amount`}
 * @param diagnostic what it is about
 * @param file in which the edits are
 */
public record QuickFix(String title, Diagnostic diagnostic, String file, List<TextEdit> edits) {

    public QuickFix {
        edits = List.copyOf(edits);
    }
}
