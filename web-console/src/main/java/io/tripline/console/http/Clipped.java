package io.tripline.console.http;

/** What a client sent, as far as it is worth repeating. */
final class Clipped {

    private static final int MAX_CHARS = 120;

    private Clipped() {}

    static String of(String text) {
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "…";
    }
}
