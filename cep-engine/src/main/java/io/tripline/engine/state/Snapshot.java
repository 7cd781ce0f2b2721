package io.tripline.engine.state;

import io.tripline.engine.snapshot.StateParts;
import java.nio.file.Path;

/**
 * A snapshot on the disk.
 *
 * @param folder with its files
 */
public record Snapshot(Path folder, SnapshotManifest manifest) {

    /**
     * Reads the parts of a file, in the order in which they were written.
     *
     * @throws SnapshotDamagedException naming the file and the position in it
     */
    public void read(String file, StateParts parts) {
        PartsFile.read(folder.resolve(file), parts);
    }
}
