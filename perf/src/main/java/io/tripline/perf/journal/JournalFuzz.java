package io.tripline.perf.journal;

import io.tripline.engine.journal.ChronicleJournal;
import io.tripline.engine.journal.JournalLimits;
import io.tripline.engine.journal.JournalVerifier;
import io.tripline.engine.journal.StoredJournal;
import io.tripline.engine.port.JournalDamagedException;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.port.JournalRemovedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/**
 * Changes the bytes of a journal's files in any way and reads what is left in every way there is. Reading may say that the
 * journal is damaged, and nothing else. Half of the changes make the checksums right again, so that what is behind them
 * is read as well.
 */
final class JournalFuzz {

    private static final int MAGIC = 'T' | 'R' << 8 | 'J' << 16 | '1' << 24;
    private static final int LENGTH_OFFSET = 4;
    private static final int CHECKSUM_OFFSET = 60;
    private static final int HEADER_BYTES = 64;
    private static final int[] INTERESTING = {0, 1, -1, 7, 64, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 24, 0x3FFFFFFF
    };

    private final Path data;
    private final SplittableRandom random;
    private int damaged;

    /** Reads the journal below a directory, changed by whoever calls. */
    JournalFuzz(Path data, SplittableRandom random) {
        this.data = data;
        this.random = random;
    }

    /** How often reading said that the journal was damaged. */
    int damaged() {
        return damaged;
    }

    /**
     * Writes a changed copy of a file's bytes and reads the journal.
     *
     * @throws AssertionError when reading ends in another way than it may, with the cause
     */
    void run(Path file, byte[] whole) throws IOException {
        byte[] changed = change(whole);
        Files.write(file, changed);
        try {
            reading(() -> JournalVerifier.verify(data, (name, read, all) -> {}));
            JournalReader reader = StoredJournal.in(data);
            reading(() -> reader.read(1, Long.MAX_VALUE, entry -> true));
            reading(() -> reader.read(random.nextLong(1, 400), Long.MAX_VALUE, entry -> true));
            reading(() -> reader.rulesAt(random.nextLong(1, 400)));
            reading(() -> reader.firstTakenAtOrAfter(random.nextLong(1, 400)));
            reading(reader::lastSequence);
            reading(() -> ChronicleJournal.open(data.resolve("journal"), JournalLimits.DEFAULT)
                    .replay(entry -> {}));
        } finally {
            Files.createDirectories(file.getParent());
            Files.write(file, whole);
        }
    }

    private void reading(Runnable read) {
        try {
            read.run();
        } catch (JournalDamagedException | JournalRemovedException e) {
            damaged++;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("reading ended with " + e, e);
        }
    }

    private byte[] change(byte[] whole) {
        byte[] bytes = random.nextInt(8) == 0 ? cut(whole) : whole.clone();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int changes = bytes.length < 16 ? 0 : 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = place(bytes);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> buffer.putInt(at & ~3, INTERESTING[random.nextInt(INTERESTING.length)]);
                case 2 -> buffer.putInt(at & ~3, random.nextInt());
                default -> System.arraycopy(bytes, random.nextInt(bytes.length - 8), bytes, at, 8);
            }
        }
        if (random.nextBoolean()) {
            repair(bytes);
        }
        return bytes;
    }

    private byte[] cut(byte[] whole) {
        byte[] bytes = new byte[random.nextInt(whole.length + 1)];
        System.arraycopy(whole, 0, bytes, 0, bytes.length);
        return bytes;
    }

    /** Anywhere, and mostly in the header or the first bytes of some frame. */
    private int place(byte[] bytes) {
        int at = random.nextInt(bytes.length - 8);
        if (random.nextInt(4) > 0) {
            for (int i = at; i < bytes.length - HEADER_BYTES - 64; i++) {
                if (bytes[i] == 'T' && bytes[i + 1] == 'R' && bytes[i + 2] == 'J') {
                    return i - 4 + random.nextInt(HEADER_BYTES + 64);
                }
            }
        }
        return at;
    }

    /** Makes the checksum of every frame right whose length makes sense. */
    private static void repair(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + HEADER_BYTES <= bytes.length; at += 4) {
            if (buffer.getInt(at) == MAGIC) {
                int length = buffer.getInt(at + LENGTH_OFFSET);
                if (length >= HEADER_BYTES && length <= bytes.length - at) {
                    buffer.putInt(at + CHECKSUM_OFFSET, 0);
                    CRC32C crc = new CRC32C();
                    crc.update(bytes, at, length);
                    buffer.putInt(at + CHECKSUM_OFFSET, (int) crc.getValue());
                }
            }
        }
    }
}
