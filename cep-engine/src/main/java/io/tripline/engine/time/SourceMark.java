package io.tripline.engine.time;

/**
 * How far a source has come.
 *
 * @param lastSequence of its last input that moved a clock
 * @param markNanos nothing of it that is older than this is put in its place any more; nanoseconds since 1970
 * @param active whether it holds the watermark when it is the slowest
 */
public record SourceMark(long lastSequence, long markNanos, boolean active) {}
