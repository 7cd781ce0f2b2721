package io.tripline.dsl.diagnostic;

/**
 * A piece of a source file.
 *
 * @param file the name of the {@link io.tripline.dsl.SourceFile}
 * @param startOffset first character, counted from 0 in UTF-16 code units
 * @param endOffset one past the last character
 * @param startLine line of the first character, counted from 1
 * @param startColumn column of the first character, counted from 1 in UTF-16 code units
 * @param endLine line of the character at {@code endOffset}
 * @param endColumn column of the character at {@code endOffset}
 */
public record SourceSpan(
        String file, int startOffset, int endOffset, int startLine, int startColumn, int endLine, int endColumn) {}
