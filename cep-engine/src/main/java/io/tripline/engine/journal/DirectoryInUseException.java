package io.tripline.engine.journal;

import java.nio.file.Path;

/** Another process has the data directory. */
public final class DirectoryInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DirectoryInUseException(Path directory, String pid) {
        super("the data directory " + directory.toAbsolutePath() + " is in use by process " + pid
                + "; stop it, or choose another directory");
    }
}
