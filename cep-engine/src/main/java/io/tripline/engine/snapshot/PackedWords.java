package io.tripline.engine.snapshot;

/**
 * Leaves the zero bytes of each eight out, behind a byte that says which there are: the packing of Cap'n Proto (its
 * encoding page, "Packing") without its runs. Events, most of whose slots hold small numbers, shrink to a half.
 */
final class PackedWords {
    private static final int WORD = 8;

    private PackedWords() {}

    /** How many bytes a packed length takes at most. */
    static int longest(int length) {
        return (length + WORD - 1) / WORD * (WORD + 1);
    }

    /** Packs bytes into another array; gives where it ends there. */
    static int pack(byte[] bytes, int start, int length, byte[] into, int at) {
        int to = at;
        for (int from = 0; from < length; from += WORD) {
            int which = to++;
            int bits = 0;
            for (int i = from; i < Math.min(length, from + WORD); i++) {
                if (bytes[start + i] != 0) {
                    bits |= 1 << i - from;
                    into[to++] = bytes[start + i];
                }
            }
            into[which] = (byte) bits;
        }
        return to;
    }

    /** Unpacks all of an array of zeros; gives where the packed bytes end. */
    static int unpack(byte[] packed, int at, byte[] into) {
        int from = at;
        for (int to = 0; to < into.length; to += WORD) {
            int bits = packed[from++];
            for (int i = 0; i < WORD; i++) {
                if ((bits & 1 << i) != 0) {
                    into[to + i] = packed[from++];
                }
            }
        }
        return from;
    }
}
