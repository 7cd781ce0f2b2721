package io.tripline.engine.port;

/** What the journal once held durably cannot be read any more. */
public final class JournalDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long position;

    /**
     * @param file name of the damaged file
     * @param position offset in bytes from which on it cannot be read
     * @param detail what is wrong there
     */
    public JournalDamagedException(String file, long position, String detail) {
        super("the journal is damaged: " + file + " at byte " + position + ": " + detail);
        this.file = file;
        this.position = position;
    }

    public String file() {
        return file;
    }

    public long position() {
        return position;
    }
}
