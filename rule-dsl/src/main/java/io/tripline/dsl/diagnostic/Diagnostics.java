package io.tripline.dsl.diagnostic;

import io.tripline.dsl.diagnostic.Diagnostic.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what there is to say about a rule set while it is read. For one compilation, used by one thread. */
public final class Diagnostics {

    private final List<Diagnostic> said = new ArrayList<>();

    public void error(DiagnosticCode code, SourceSpan span, String message) {
        said.add(new Diagnostic(code, Level.ERROR, span, message, Optional.empty()));
    }

    public void error(DiagnosticCode code, SourceSpan span, String message, String hint) {
        said.add(new Diagnostic(code, Level.ERROR, span, message, Optional.of(hint)));
    }

    public void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        said.add(new Diagnostic(code, Level.ERROR, span, message, hint));
    }

    public void warning(DiagnosticCode code, SourceSpan span, String message, String hint) {
        said.add(new Diagnostic(code, Level.WARNING, span, message, Optional.of(hint)));
    }

    /** Everything said so far, in the order it was said. */
    public List<Diagnostic> toList() {
        return List.copyOf(said);
    }
}
