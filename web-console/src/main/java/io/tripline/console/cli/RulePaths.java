package io.tripline.console.cli;

import io.tripline.dsl.SourceFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rule files named on the command line: files, and folders with all {@code .trip} files below them. */
final class RulePaths {

    private static final String SUFFIX = ".trip";

    private RulePaths() {}

    /** Reads them in the order given, a folder's in the order of their paths. */
    static List<SourceFile> read(List<Path> paths) {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                List<Path> found = below(path);
                if (found.isEmpty()) {
                    throw new CommandFailedException("there is no " + SUFFIX + " file in " + path);
                }
                found.forEach(file -> files.add(read(file)));
            } else {
                files.add(read(path));
            }
        }
        return files;
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(SUFFIX) && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CommandFailedException("cannot read the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static SourceFile read(Path path) {
        if (!Files.exists(path)) {
            throw new CommandFailedException("there is no file " + path);
        }
        try {
            return new SourceFile(path.toString(), Files.readString(path));
        } catch (CharacterCodingException e) {
            throw new CommandFailedException(path + " is not a text in UTF-8", e);
        } catch (IOException e) {
            throw new CommandFailedException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
