package io.tripline.console.decode;

import java.io.IOException;
import java.io.InputStream;

/** One event a line. Empty lines are passed over but counted. */
final class NdjsonTexts implements EventTexts {

    private final ByteWindow window;
    private long line;
    private int start;
    private int end;

    NdjsonTexts(InputStream in, DecodeLimits limits) {
        this.window = new ByteWindow(in, limits.eventBytes());
    }

    @Override
    public Piece next() throws IOException {
        while (true) {
            window.drop();
            if (!window.hasByte()) {
                return Piece.END;
            }
            line++;
            boolean whole = readLine();
            if (!whole) {
                return Piece.TOO_LONG;
            }
            if (!isBlank()) {
                return Piece.EVENT;
            }
        }
    }

    /** Moves behind the line's end; false when the line was too long to be kept. */
    private boolean readLine() throws IOException {
        boolean whole = true;
        do {
            int from = window.position;
            byte[] bytes = window.bytes;
            int limit = window.limit;
            int position = from;
            while (position < limit && bytes[position] != '\n') {
                position++;
            }
            window.position = position;
            if (position < limit) {
                start = window.start;
                end = position;
                window.position = position + 1;
                return whole;
            }
            if (window.isFull()) {
                whole = false;
                window.drop();
            }
        } while (window.hasByte());
        start = window.start;
        end = window.position;
        return whole;
    }

    private boolean isBlank() {
        for (int i = start; i < end; i++) {
            byte b = window.bytes[i];
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public byte[] array() {
        return window.bytes;
    }

    @Override
    public int start() {
        return start;
    }

    @Override
    public int end() {
        return end;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String breakage() {
        throw new IllegalStateException("lines are never broken");
    }

    @Override
    public boolean survivesBrokenEvents() {
        return true;
    }
}
