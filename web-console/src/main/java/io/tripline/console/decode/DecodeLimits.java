package io.tripline.console.decode;

/**
 * How much one event may hold.
 *
 * @param eventBytes longest text of one event
 * @param textBytes longest string value, in UTF-8
 * @param nestingDepth deepest nesting of objects and arrays in an event
 */
public record DecodeLimits(int eventBytes, int textBytes, int nestingDepth) {

    public static final DecodeLimits DEFAULT = new DecodeLimits(1 << 20, 64 << 10, 32);
}
