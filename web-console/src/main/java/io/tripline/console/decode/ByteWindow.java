package io.tripline.console.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a stream that holds one event: from {@code start} to {@code position} is what belongs to it, up to
 * {@code limit} is what has been read. Never larger than the longest event.
 */
final class ByteWindow {

    private static final int INITIAL_BYTES = 64 << 10;

    private final InputStream in;
    private final int capacity;
    private boolean atBeginning = true;

    byte[] bytes;
    int start;
    int position;
    int limit;

    ByteWindow(InputStream in, int maxBytes) {
        this.in = in;
        // One more, for the byte that ends the longest event.
        this.capacity = maxBytes + 1;
        this.bytes = new byte[Math.min(INITIAL_BYTES, capacity)];
    }

    /** Whether there is a byte at the position; reads on if needed, which may move everything. */
    boolean hasByte() throws IOException {
        return position < limit || fill();
    }

    /** Whether what lies between start and position is as long as it may be, so that no more can be read. */
    boolean isFull() {
        return position == limit && position - start == capacity;
    }

    /** Forgets what was before the position. */
    void drop() {
        start = position;
    }

    private boolean fill() throws IOException {
        int wanted = atBeginning ? 3 : 1;
        int before = limit - start;
        while (limit - start - before < wanted) {
            if (limit == bytes.length) {
                makeRoom();
            }
            int read = in.read(bytes, limit, bytes.length - limit);
            if (read < 0) {
                break;
            }
            limit += read;
        }
        if (atBeginning) {
            atBeginning = false;
            skipByteOrderMark();
            return hasByte();
        }
        return position < limit;
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, limit - start);
            position -= start;
            limit -= start;
            start = 0;
        } else {
            bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length * 2L, capacity));
        }
    }

    private void skipByteOrderMark() {
        if (limit >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            position = 3;
            start = 3;
        }
    }
}
