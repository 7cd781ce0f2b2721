package io.tripline.engine.journal;

import io.tripline.engine.port.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Makes the header of a frame and hands the frame's parts to an excerpt. Events go from the batch's array straight into
 * the mapped file. Used by one thread.
 */
final class FrameWriter {

    /** Where a frame's parts go, one after the other. */
    @FunctionalInterface
    interface Parts {
        void write(byte[] bytes, int start, int length);
    }

    private static final byte[] PADDING = new byte[8];

    private final long journalId;
    private final byte[] header = new byte[Frame.HEADER_LENGTH];
    private final CRC32C crc = new CRC32C();
    private String source = "";
    private byte[] sourceBytes = new byte[0];
    private int sourceLength;

    private byte[] prefix = PADDING;
    private int prefixLength;
    private byte[] payload = PADDING;
    private int payloadLength;

    FrameWriter(long journalId) {
        this.journalId = journalId;
    }

    void opening(long nextSequence, long lastSequence) {
        byte[] previous = new byte[8];
        Frame.LONG.set(previous, 0, lastSequence);
        setPayload(0, previous, 8);
        makeHeader(Frame.KIND_OPEN, nextSequence, 0, 0, 0, lastSequence);
    }

    void closing(long nextSequence, long forcedThrough) {
        setPayload(0, PADDING, 0);
        makeHeader(Frame.KIND_CLOSE, nextSequence, 0, 0, 0, forcedThrough);
    }

    void carriedRules(long nextSequence, JournalEntry.Rules rules, long forcedThrough) {
        byte[] sequence = new byte[8];
        Frame.LONG.set(sequence, 0, rules.firstSequence());
        byte[] files = RuleFilesCodec.encode(rules.files(), rules.starts());
        prefix = sequence;
        setPayload(sequence.length, files, files.length);
        makeHeader(Frame.KIND_CARRIED_RULES, nextSequence, 0, rules.takenAtNanos(), rules.revision(), forcedThrough);
    }

    void entry(JournalEntry entry, long forcedThrough) {
        if (entry instanceof JournalEntry.Events events) {
            if (!events.source().equals(source)) {
                source = events.source();
                byte[] name = source.getBytes(StandardCharsets.UTF_8);
                sourceBytes = Arrays.copyOf(name, Frame.padded(name.length));
                sourceLength = name.length;
            }
            prefix = sourceBytes;
            setPayload(sourceBytes.length, events.bytes(), events.length());
            makeHeader(
                    Frame.KIND_EVENTS,
                    events.firstSequence(),
                    events.count(),
                    events.takenAtNanos(),
                    events.generation(),
                    forcedThrough);
        } else if (entry instanceof JournalEntry.Rules rules) {
            byte[] files = RuleFilesCodec.encode(rules.files(), rules.starts());
            setPayload(0, files, files.length);
            makeHeader(
                    Frame.KIND_RULES,
                    rules.firstSequence(),
                    rules.count(),
                    rules.takenAtNanos(),
                    rules.revision(),
                    forcedThrough);
        } else if (entry instanceof JournalEntry.References references) {
            byte[] changes = ReferenceCodec.encode(references.changes());
            setPayload(0, changes, changes.length);
            makeHeader(
                    Frame.KIND_REFERENCES,
                    references.firstSequence(),
                    references.count(),
                    references.takenAtNanos(),
                    0,
                    forcedThrough);
        } else if (entry instanceof JournalEntry.Tick tick) {
            setPayload(0, PADDING, 0);
            makeHeader(
                    Frame.KIND_TICK,
                    tick.firstSequence(),
                    tick.count(),
                    tick.takenAtNanos(),
                    tick.timeNanos(),
                    forcedThrough);
        }
    }

    /** Bytes the frame takes, a multiple of eight. */
    int length() {
        return Frame.padded(Frame.HEADER_LENGTH + prefixLength + payloadLength);
    }

    void writeTo(Parts parts) {
        parts.write(header, 0, header.length);
        parts.write(prefix, 0, prefixLength);
        parts.write(payload, 0, payloadLength);
        parts.write(PADDING, 0, length() - header.length - prefixLength - payloadLength);
        payload = PADDING;
    }

    private void setPayload(int lengthBefore, byte[] bytes, int length) {
        prefixLength = lengthBefore;
        payload = bytes;
        payloadLength = length;
    }

    private void makeHeader(int kind, long sequence, int count, long takenAtNanos, long generation, long forced) {
        int length = Frame.HEADER_LENGTH + prefixLength + payloadLength;
        Frame.INT.set(header, Frame.MAGIC_OFFSET, Frame.MAGIC);
        Frame.INT.set(header, Frame.LENGTH_OFFSET, length);
        Frame.LONG.set(header, Frame.JOURNAL_OFFSET, journalId);
        Frame.LONG.set(header, Frame.SEQUENCE_OFFSET, sequence);
        Frame.LONG.set(header, Frame.FORCED_OFFSET, forced);
        Frame.LONG.set(header, Frame.TAKEN_OFFSET, takenAtNanos);
        Frame.LONG.set(header, Frame.GENERATION_OFFSET, generation);
        Frame.INT.set(header, Frame.COUNT_OFFSET, count);
        Frame.INT.set(header, Frame.KIND_OFFSET, kind);
        Frame.INT.set(header, Frame.SOURCE_LENGTH_OFFSET, kind == Frame.KIND_EVENTS ? sourceLength : 0);
        Frame.INT.set(header, Frame.CHECKSUM_OFFSET, 0);
        crc.reset();
        crc.update(header, 0, header.length);
        crc.update(prefix, 0, prefixLength);
        crc.update(payload, 0, payloadLength);
        Frame.INT.set(header, Frame.CHECKSUM_OFFSET, (int) crc.getValue());
    }
}
