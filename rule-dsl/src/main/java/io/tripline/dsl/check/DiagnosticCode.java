package io.tripline.dsl.check;

/** What kind of thing a diagnostic says. The names are stable: documentation and tools refer to them. */
public enum DiagnosticCode {
    SYNTAX
}
