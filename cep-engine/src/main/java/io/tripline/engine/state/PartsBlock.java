package io.tripline.engine.state;

import java.util.Arrays;

/**
 * Parts of a state, one behind the other, on their way to a file: each the length of its name, its name, its length, and its
 * bytes; lengths in base 128, lowest digits first.
 */
public final class PartsBlock {
    /** A block is full when it has this; a part that is longer has one to itself. */
    private static final int FULL_BYTES = 64 << 10;

    private byte[] bytes = new byte[FULL_BYTES];
    private int length;
    private int parts;

    /** Whether the part has no room in a block that holds something already. */
    boolean isFullFor(byte[] name, int partLength) {
        return length > 0 && length + name.length + (long) partLength + 10 > FULL_BYTES;
    }

    void add(byte[] name, byte[] part, int partLength) {
        int room = length + name.length + partLength + 10;
        if (room > bytes.length) {
            bytes = Arrays.copyOf(bytes, room);
        }
        add(name, name.length);
        add(part, partLength);
        parts++;
    }

    private void add(byte[] array, int count) {
        int rest = count;
        for (; rest > 0x7F; rest >>>= 7) {
            bytes[length++] = (byte) (rest | 0x80);
        }
        bytes[length++] = (byte) rest;
        System.arraycopy(array, 0, bytes, length, count);
        length += count;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    int parts() {
        return parts;
    }
}
