package io.tripline.engine.state;

import java.nio.file.Path;

/** A snapshot is not what was written. Nothing is lost by it: an older one, or the journal, says the same. */
public final class SnapshotDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param position offset in bytes in the file from which on it is not what was written
     * @param detail what is wrong there
     */
    public SnapshotDamagedException(Path file, long position, String detail) {
        super(file + " at byte " + position + ": " + detail);
    }
}
