package io.tripline.console.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file of events, or standard input as {@code -}; what is compressed shows by its first bytes. */
record EventFile(String name) {

    private static final String STANDARD_INPUT = "-";
    private static final int BUFFER_BYTES = 1 << 17;

    boolean looksLikeCsv() {
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }

    InputStream open() {
        try {
            InputStream raw = name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(existing());
            BufferedInputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return gzip ? new GZIPInputStream(in, BUFFER_BYTES) : in;
        } catch (IOException e) {
            throw new ReplayException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    private Path existing() {
        Path path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            throw new ReplayException("there is no file " + name);
        }
        return path;
    }
}
