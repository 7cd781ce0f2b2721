package io.tripline.console.rules;

import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.diagnostic.SourceSpan;
import java.util.Locale;

/**
 * A diagnostic as answers and reports print it. Lines and columns are counted from 1, offsets from 0 in UTF-16 code
 * units; ends are exclusive.
 *
 * @param hint null when there is none
 */
public record DiagnosticView(
        String code,
        String level,
        String message,
        String hint,
        String file,
        int line,
        int column,
        int endLine,
        int endColumn,
        int offset,
        int endOffset) {

    public static DiagnosticView of(Diagnostic diagnostic) {
        SourceSpan span = diagnostic.span();
        return new DiagnosticView(
                wireName(diagnostic.code()),
                wireName(diagnostic.level()),
                diagnostic.message(),
                diagnostic.hint().orElse(null),
                span.file(),
                span.startLine(),
                span.startColumn(),
                span.endLine(),
                span.endColumn(),
                span.startOffset(),
                span.endOffset());
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
