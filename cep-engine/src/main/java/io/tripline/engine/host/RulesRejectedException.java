package io.tripline.engine.host;

import io.tripline.dsl.diagnostic.Diagnostic;
import java.util.List;

/** A rule set that does not compile; nothing has changed. */
public final class RulesRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public RulesRejectedException(List<Diagnostic> diagnostics) {
        super("the rule set has errors: " + diagnostics);
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
