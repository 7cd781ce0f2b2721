package io.tripline.dsl.diagnostic;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing the compiler has to say, in the words of somebody who writes rules.
 *
 * @param code stable, for documentation and tools
 * @param level whether it stops the rule set from running
 * @param span the piece of text it is about
 * @param message what is wrong
 * @param hint what to write instead, where that can be known
 */
public record Diagnostic(DiagnosticCode code, Level level, SourceSpan span, String message, Optional<String> hint) {

    public enum Level {
        ERROR,
        WARNING
    }

    public Diagnostic {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(hint, "hint");
    }

    public boolean isError() {
        return level == Level.ERROR;
    }
}
