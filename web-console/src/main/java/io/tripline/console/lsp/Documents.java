package io.tripline.console.lsp;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.service.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rule files as the editor has them: those that are open with the text in the editor, those that are not with the
 * text on the disk. A file is named by its URI. Safe for several threads: the workspace is replaced as a whole.
 */
final class Documents {

    private static final String SUFFIX = ".trip";

    private final Set<String> open = new TreeSet<>();
    private volatile Workspace workspace = Workspace.empty();

    Workspace workspace() {
        return workspace;
    }

    /** Reads all rule files below a folder; those that are no texts are left out, as the compiler cannot read them. */
    synchronized void readFolder(Path folder) {
        for (Path path : filesBelow(folder)) {
            read(path);
        }
    }

    synchronized void opened(String uri, String text) {
        open.add(name(uri));
        put(uri, text);
    }

    synchronized void changed(String uri, String text) {
        put(uri, text);
    }

    /** What is on the disk counts again. */
    synchronized void closed(String uri) {
        open.remove(name(uri));
        onDisk(uri);
    }

    /** A file was made, changed or deleted outside of the editor. */
    synchronized void onDisk(String uri) {
        if (open.contains(name(uri))) {
            return;
        }
        workspace = workspace.without(name(uri));
        Path path = path(uri);
        if (uri.endsWith(SUFFIX) && Files.isRegularFile(path)) {
            read(path);
        }
    }

    /** What the workspace calls a file. Editors write one URI in several ways. */
    static String name(String uri) {
        return uri.startsWith("file:") ? path(uri).toUri().toString() : uri;
    }

    private static Path path(String uri) {
        try {
            return Path.of(URI.create(uri)).normalize();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // A document that is on no disk, such as one that was never saved.
            return Path.of(uri.replace(':', '_'));
        }
    }

    private void put(String uri, String text) {
        workspace = workspace.with(new SourceFile(name(uri), text));
    }

    private void read(Path path) {
        String name = path.normalize().toUri().toString();
        if (open.contains(name)) {
            return;
        }
        try {
            workspace = workspace.with(new SourceFile(name, Files.readString(path)));
        } catch (MalformedInputException e) {
            workspace = workspace.without(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static List<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return new ArrayList<>(walk.filter(path -> path.toString().endsWith(SUFFIX) && Files.isRegularFile(path))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder " + folder, e);
        }
    }
}
