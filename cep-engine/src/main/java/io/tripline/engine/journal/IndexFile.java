package io.tripline.engine.journal;

import io.tripline.engine.journal.SegmentIndex.Mark;
import io.tripline.engine.journal.SegmentIndex.RuleMark;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * An index on the disk, beside the file it is of: little-endian numbers, a CRC32C at the end. It is not forced: a file
 * that is not whole is as good as none.
 *
 * <pre>
 *   "TRX1"  marks (int)  rules (int)  0 (int)
 *   journal number, first sequence, next sequence, latest instant (longs)
 *   for each mark position, sequence, latest instant before; for each rule position, sequence (longs)
 *   CRC32C of all before it (int)
 * </pre>
 */
final class IndexFile {

    private static final int MAGIC = 'T' | 'R' << 8 | 'X' << 16 | '1' << 24;
    private static final int HEADER_BYTES = 48;
    private static final int MARK_BYTES = 24;
    private static final int RULE_BYTES = 16;

    /** What a file of a terabyte would have. */
    private static final long MOST_BYTES = 64 << 20;

    private IndexFile() {}

    static void write(Path file, SegmentIndex index) throws IOException {
        int length = HEADER_BYTES
                + MARK_BYTES * index.marks().size()
                + RULE_BYTES * index.rules().size();
        ByteBuffer bytes = ByteBuffer.allocate(length + 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC)
                .putInt(index.marks().size())
                .putInt(index.rules().size())
                .putInt(0);
        bytes.putLong(index.journalId())
                .putLong(index.firstSequence())
                .putLong(index.nextSequence())
                .putLong(index.latestTakenAtNanos());
        for (Mark mark : index.marks()) {
            bytes.putLong(mark.position()).putLong(mark.sequence()).putLong(mark.latestBeforeNanos());
        }
        for (RuleMark rule : index.rules()) {
            bytes.putLong(rule.position()).putLong(rule.sequence());
        }
        bytes.putInt(checksum(bytes.array(), length));
        Path temporary = file.resolveSibling(file.getFileName() + Segments.TEMPORARY);
        Files.write(temporary, bytes.array());
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The index that {@link #write} left, or none when there is none or it is not whole. */
    static Optional<SegmentIndex> read(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return decode(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<SegmentIndex> decode(byte[] array) {
        int length = array.length - 4;
        if (length < HEADER_BYTES || Frame.intAt(array, length) != checksum(array, length)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(array, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        int magic = bytes.getInt();
        int markCount = bytes.getInt();
        int ruleCount = bytes.getInt();
        bytes.getInt();
        boolean fits = markCount >= 0
                && ruleCount >= 0
                && length == HEADER_BYTES + (long) MARK_BYTES * markCount + (long) RULE_BYTES * ruleCount;
        if (magic != MAGIC || !fits) {
            return Optional.empty();
        }
        long journalId = bytes.getLong();
        long firstSequence = bytes.getLong();
        long nextSequence = bytes.getLong();
        long latest = bytes.getLong();
        List<Mark> marks = new ArrayList<>(markCount);
        for (int i = 0; i < markCount; i++) {
            marks.add(new Mark(bytes.getLong(), bytes.getLong(), bytes.getLong()));
        }
        List<RuleMark> rules = new ArrayList<>(ruleCount);
        for (int i = 0; i < ruleCount; i++) {
            rules.add(new RuleMark(bytes.getLong(), bytes.getLong()));
        }
        return Optional.of(new SegmentIndex(journalId, firstSequence, nextSequence, latest, marks, rules));
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
