package io.tripline.console.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and ends with an error when it is too much. */
final class BoundedInput extends FilterInputStream {

    private final long maxBytes;
    private final String what;
    private long count;

    /** The body has more than {@code maxBytes} of {@code what}: bytes as sent, or after decompression. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        private final long maxBytes;

        TooLargeException(long maxBytes, String what) {
            super("the body is larger than " + maxBytes + " bytes " + what);
            this.maxBytes = maxBytes;
        }

        long maxBytes() {
            return maxBytes;
        }
    }

    BoundedInput(InputStream in, long maxBytes, String what) {
        super(in);
        this.maxBytes = maxBytes;
        this.what = what;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws IOException {
        count += bytes;
        if (count > maxBytes) {
            throw new TooLargeException(maxBytes, what);
        }
    }
}
