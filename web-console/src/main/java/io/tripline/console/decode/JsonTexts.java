package io.tripline.console.decode;

import java.io.IOException;
import java.io.InputStream;

/**
 * One event, or an array of events. Only strings, brackets and braces are looked at here, to find where an element
 * ends; whether the element is JSON is for its reader to say.
 */
final class JsonTexts implements EventTexts {

    private enum State {
        BEGINNING,
        FIRST_ELEMENT,
        AFTER_ELEMENT,
        AFTER_ALL,
        ENDED
    }

    private final ByteWindow window;
    private State state = State.BEGINNING;
    private long place;
    private boolean tooLong;
    private String breakage = "";

    JsonTexts(InputStream in, DecodeLimits limits) {
        this.window = new ByteWindow(in, limits.eventBytes());
    }

    @Override
    public Piece next() throws IOException {
        int b = state == State.ENDED ? -1 : skipSpace();
        return switch (state) {
            case BEGINNING -> beginning(b);
            case FIRST_ELEMENT -> b == ']' ? closed() : element(b, State.AFTER_ELEMENT);
            case AFTER_ELEMENT -> afterElement(b);
            case AFTER_ALL ->
                b < 0
                        ? ended()
                        : broken(
                                "something follows the end; send several events as an array, or one on each line as application/x-ndjson");
            case ENDED -> Piece.END;
        };
    }

    private Piece beginning(int b) throws IOException {
        if (b < 0) {
            return broken("the body is empty; send an event or an array of events");
        }
        if (b == '[') {
            window.position++;
            state = State.FIRST_ELEMENT;
            return next();
        }
        return element(b, State.AFTER_ALL);
    }

    private Piece afterElement(int b) throws IOException {
        if (b == ']') {
            return closed();
        }
        if (b != ',') {
            return broken(
                    b < 0 ? "the array does not end; the body may be cut off" : "between two events there is no comma");
        }
        window.position++;
        return element(skipSpace(), State.AFTER_ELEMENT);
    }

    private Piece closed() throws IOException {
        window.position++;
        state = State.AFTER_ALL;
        return next();
    }

    private Piece element(int first, State then) throws IOException {
        place++;
        state = then;
        window.drop();
        tooLong = false;
        boolean whole;
        if (first == '{' || first == '[') {
            whole = skipNested();
        } else if (first == '"') {
            whole = skipString();
        } else if (first < 0 || first == ',' || first == ']' || first == '}' || first == ':') {
            return broken(
                    first < 0
                            ? "the body ends where an event should begin"
                            : "'" + (char) first + "' stands where an event should begin");
        } else {
            skipWord();
            whole = true;
        }
        if (!whole) {
            return broken(
                    tooLong
                            ? "the event does not end within the longest an event may be, nor later"
                            : "the event does not end; the body may be cut off");
        }
        return tooLong ? Piece.TOO_LONG : Piece.EVENT;
    }

    /** Moves behind the closing bracket; false when there is none. */
    private boolean skipNested() throws IOException {
        int depth = 0;
        while (hasByte()) {
            byte b = window.bytes[window.position];
            if (b == '"') {
                if (!skipString()) {
                    return false;
                }
                continue;
            }
            window.position++;
            if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth == 0) {
                return true;
            }
        }
        return false;
    }

    /** Moves behind the closing quote; false when there is none. */
    private boolean skipString() throws IOException {
        window.position++;
        while (hasByte()) {
            byte b = window.bytes[window.position++];
            if (b == '"') {
                return true;
            }
            if (b == '\\' && hasByte()) {
                window.position++;
            }
        }
        return false;
    }

    private void skipWord() throws IOException {
        while (hasByte()) {
            byte b = window.bytes[window.position];
            if (b == ',' || b == ']' || b == '}' || isSpace(b)) {
                return;
            }
            window.position++;
        }
    }

    private boolean hasByte() throws IOException {
        if (window.isFull()) {
            tooLong = true;
            window.drop();
        }
        return window.hasByte();
    }

    private int skipSpace() throws IOException {
        window.drop();
        while (window.hasByte() && isSpace(window.bytes[window.position])) {
            window.position++;
            window.drop();
        }
        return window.hasByte() ? window.bytes[window.position] & 0xFF : -1;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private Piece broken(String why) {
        breakage = why;
        place = Math.max(1, place);
        state = State.ENDED;
        return Piece.BROKEN;
    }

    private Piece ended() {
        state = State.ENDED;
        return Piece.END;
    }

    @Override
    public byte[] array() {
        return window.bytes;
    }

    @Override
    public int start() {
        return window.start;
    }

    @Override
    public int end() {
        return window.position;
    }

    @Override
    public long line() {
        return place;
    }

    @Override
    public String breakage() {
        return breakage;
    }

    @Override
    public boolean survivesBrokenEvents() {
        return state == State.AFTER_ALL;
    }
}
