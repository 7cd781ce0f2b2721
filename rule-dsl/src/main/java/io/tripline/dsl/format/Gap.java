package io.tripline.dsl.format;

/** What stands between a word and the one before it. */
sealed interface Gap {

    enum Plain implements Gap {
        NONE,
        SPACE
    }

    /**
     * A place where a line that is too long can be broken.
     *
     * @param level of the places of one line those of the lowest level are broken first, all together
     * @param indented whether what follows is indented, below what the line begins with
     * @param group index of the token the broken thing begins with; where the line begins with it too, nothing is
     *     indented; -1 for none
     * @param spaced whether there is a space when the line is not broken
     */
    record Soft(int level, boolean indented, int group, boolean spaced) implements Gap {}

    /**
     * A new line.
     *
     * @param indent in columns
     * @param apart whether there has to be a blank line
     * @param closing whether this is the end of a body, so that no blank line may be here
     */
    record Line(int indent, boolean apart, boolean closing) implements Gap {}

    /**
     * The beginning of a column.
     *
     * @param table the lines with this number share their columns
     * @param column counted from 0
     * @param otherwise what stands here when the columns would be too wide
     */
    record Cell(int table, int column, Gap otherwise) implements Gap {}
}
