package io.tripline.console.decode;

/**
 * Why one event was not taken.
 *
 * @param line the line of an NDJSON or CSV text, or the place of the event in an array, counted from 1
 * @param pointer a JSON pointer (RFC 6901) into the event; empty for the event as a whole
 * @param detail what was seen, and what to write instead
 */
public record EventError(long line, String pointer, ErrorCode code, String detail) {}
