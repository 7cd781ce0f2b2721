package io.tripline.dsl.service;

import java.util.Arrays;

/** Turns places of a text into offsets and back. Lines end with {@code \n}, {@code \r\n} or {@code \r}. */
final class LineMap {

    private final int length;
    private final int[] starts;

    LineMap(String text) {
        int[] found = new int[text.length() / 16 + 16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean first = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !first) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i + 1;
            }
        }
        this.length = text.length();
        this.starts = Arrays.copyOf(found, count);
    }

    /** The offset of a place; one behind the end of its line, or of the text, is moved there. */
    int offset(Position place) {
        if (place.line() >= starts.length) {
            return length;
        }
        int line = Math.max(0, place.line());
        int end = line + 1 < starts.length ? starts[line + 1] - 1 : length;
        return Math.min(starts[line] + Math.max(0, place.character()), end);
    }

    Position position(int offset) {
        int line = line(offset);
        return new Position(line, offset - starts[line]);
    }

    Range range(int start, int end) {
        return new Range(position(start), position(end));
    }

    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    int lineStart(int line) {
        return starts[line];
    }

    Position end() {
        return position(length);
    }
}
