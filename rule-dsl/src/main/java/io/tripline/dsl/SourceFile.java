package io.tripline.dsl;

import java.util.Objects;

/**
 * One file of a rule set.
 *
 * @param name what diagnostics call it, usually a path below the rule set's folder
 * @param text the whole text, with any line ends
 */
public record SourceFile(String name, String text) {

    public SourceFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }
}
