package io.tripline.engine.table;

/** What stands under one key from behind an input on. */
final class Version<T> {

    final Object key;
    final long sequence;
    final int ordinal;
    /** Null when nothing stands there any more. */
    final T valueOrNull;

    Version<T> olderOrNull;

    Version(Object key, T valueOrNull, long sequence, int ordinal, Version<T> olderOrNull) {
        this.key = key;
        this.valueOrNull = valueOrNull;
        this.sequence = sequence;
        this.ordinal = ordinal;
        this.olderOrNull = olderOrNull;
    }
}
