package io.tripline.engine.journal;

import io.tripline.engine.port.JournalReader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The journal of a data directory for a process that is not its writer, such as a command line: nothing is locked and
 * nothing is changed. Without the writer nobody can say what of the last few frames is durable already, so all whole
 * frames are seen; of a node that has stopped, that is all it would recover.
 */
public final class StoredJournal {

    private StoredJournal() {}

    /**
     * Opens the journal below a data directory.
     *
     * @return an empty one when there is none
     */
    public static JournalReader in(Path dataDirectory) {
        Path journal = dataDirectory.resolve("journal").toAbsolutePath();
        return Files.isDirectory(journal)
                ? new FolderReader(journal, FolderReader.WHATEVER_IS_THERE, new Holds(), new Indexes())
                : EmptyReader.INSTANCE;
    }
}
