package io.tripline.engine.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The snapshots of a node; whoever uses it holds the lock of the data directory. */
public final class SnapshotFolder {
    private static final String UNFINISHED = ".new";
    private static final String NAME = "\\d{17}";

    private final Path folder;

    public SnapshotFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** A snapshot whose manifest cannot be read. */
    public interface Listener {
        void unreadable(String why);
    }

    /** The snapshots that have a manifest, the newest first. */
    public List<Snapshot> list(Listener listener) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (Path each : published()) {
            try {
                snapshots.add(new Snapshot(each, SnapshotManifest.read(each.resolve(SnapshotManifest.NAME))));
            } catch (SnapshotDamagedException | UncheckedIOException e) {
                listener.unreadable(e.getMessage());
            }
        }
        return snapshots;
    }

    private List<Path> published() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().matches(NAME))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /** Begins a snapshot with files of these names. */
    public SnapshotWriting begin(long sequence, List<String> files) throws IOException {
        Files.createDirectories(folder);
        removeUnfinished();
        String name = "%017d".formatted(sequence);
        Path published = folder.resolve(name);
        delete(published);
        return new SnapshotWriting(folder.resolve(name + UNFINISHED), published, files);
    }

    /** Removes what was being written when a process died. */
    private void removeUnfinished() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each :
                    all.filter(file -> file.toString().endsWith(UNFINISHED)).toList()) {
                delete(each);
            }
        }
    }

    /** Keeps so many of the newest snapshots. */
    public void keep(int count) throws IOException {
        List<Path> all = published();
        for (Path old : all.subList(Math.min(count, all.size()), all.size())) {
            delete(old);
        }
    }

    /** The manifest goes first: what is left of a snapshot is none. */
    static void delete(Path snapshot) throws IOException {
        if (!Files.isDirectory(snapshot)) {
            return;
        }
        Files.deleteIfExists(snapshot.resolve(SnapshotManifest.NAME));
        try (Stream<Path> files = Files.list(snapshot)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(snapshot);
    }
}
