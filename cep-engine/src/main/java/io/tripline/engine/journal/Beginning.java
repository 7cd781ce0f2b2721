package io.tripline.engine.journal;

import io.tripline.engine.port.JournalDamagedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Through which sequence the journal was removed, kept in a file of its own: without it nobody could tell what retention
 * has removed from what was lost. It is written before the first file goes. 16 bytes, little-endian: "TRG1", the
 * sequence, a CRC32C of both.
 */
final class Beginning {

    private static final String NAME = "removed";
    private static final int MAGIC = 'T' | 'R' << 8 | 'G' << 16 | '1' << 24;
    private static final int BYTES = 16;

    private Beginning() {}

    /**
     * The last sequence that was removed, 0 when none was.
     *
     * @throws JournalDamagedException when the file is not as it was written
     */
    static long removedThrough(Path journal) throws IOException {
        Path file = journal.resolve(NAME);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
        if (bytes.length != BYTES || Frame.intAt(bytes, 0) != MAGIC || Frame.intAt(bytes, 12) != checksum(bytes)) {
            throw new JournalDamagedException(file.toString(), 0, "it is not as it was written");
        }
        return Frame.longAt(bytes, 4);
    }

    /** Durable when this returns. */
    static void write(Path journal, long removedThrough) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC).putLong(removedThrough).putInt(checksum(bytes.array()));
        Path temporary = journal.resolve(NAME + Segments.TEMPORARY);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(bytes.flip());
            channel.force(true);
        }
        Files.move(
                temporary, journal.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Segments.forceFolder(journal);
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 12);
        return (int) crc.getValue();
    }
}
