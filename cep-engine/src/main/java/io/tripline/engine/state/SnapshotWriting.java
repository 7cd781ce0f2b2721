package io.tripline.engine.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A snapshot that is being written; it is one when {@link #publish} has returned. For one thread. */
public final class SnapshotWriting implements AutoCloseable {
    private final Path folder;
    private final Path published;
    private final List<PartsFile> files = new ArrayList<>();
    private boolean done;

    SnapshotWriting(Path folder, Path published, List<String> names) throws IOException {
        this.folder = folder;
        this.published = published;
        Files.createDirectories(folder);
        for (String name : names) {
            files.add(PartsFile.create(folder.resolve(name)));
        }
    }

    /** Adds parts to a file, by its place among the names. */
    public void write(int file, PartsBlock block) throws IOException {
        files.get(file).write(block);
    }

    /** Ends the files: what they are, once they are on the disk. */
    public List<SnapshotManifest.File> end() throws IOException {
        List<SnapshotManifest.File> ended = new ArrayList<>();
        for (PartsFile file : files) {
            ended.add(file.end());
        }
        return ended;
    }

    /** Writes the manifest, and gives the snapshot its name when everything is on the disk. */
    public void publish(SnapshotManifest manifest) throws IOException {
        closeFiles();
        try (FileChannel channel = FileChannel.open(
                folder.resolve(SnapshotManifest.NAME), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(manifest.text().getBytes(StandardCharsets.ISO_8859_1)));
            channel.force(true);
        }
        forceFolder(folder);
        Files.move(folder, published, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(published.getParent());
        done = true;
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void closeFiles() throws IOException {
        for (PartsFile file : files) {
            file.close();
        }
    }

    /** What was not published is removed. */
    @Override
    public void close() throws IOException {
        closeFiles();
        if (!done) {
            SnapshotFolder.delete(folder);
        }
    }
}
