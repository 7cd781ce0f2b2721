package io.tripline.engine.window;

/** The windows that need no object of their own; see {@link SmallWindows}. */
enum SmallKind {
    COUNT(1, 1),
    SUM(2, 2),
    AVERAGE(2, 2),
    DISTINCT(1, 2),
    /** It needs one. */
    NONE(0, 0);

    /** Longs that say how the window is. */
    final int headerLongs;

    /** Longs for an entry: its time, and its value. */
    final int entryLongs;

    SmallKind(int headerLongs, int entryLongs) {
        this.headerLongs = headerLongs;
        this.entryLongs = entryLongs;
    }
}
