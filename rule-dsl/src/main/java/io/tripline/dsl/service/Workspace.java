package io.tripline.dsl.service;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.check.RuleSetChecker;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.syntax.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a rule set as an editor has them at one moment. Immutable: a change gives another one, which shares what
 * was read of the files that did not change, so a keystroke costs the reading of one file. Safe for any thread.
 */
public final class Workspace {

    private static final Workspace EMPTY = new Workspace(Map.of());

    private final Map<String, OpenFile> files;
    private final Map<String, Shape> shapes = new TreeMap<>();

    private Workspace(Map<String, OpenFile> files) {
        this.files = new TreeMap<>(files);
        files.values().forEach(file -> file.shapes().forEach(shape -> shapes.putIfAbsent(shape.name(), shape)));
    }

    public static Workspace empty() {
        return EMPTY;
    }

    public static Workspace of(List<SourceFile> files) {
        Map<String, OpenFile> read = new TreeMap<>();
        files.forEach(file -> read.put(file.name(), OpenFile.read(file)));
        return new Workspace(read);
    }

    /** The same with this file, in the place of another of its name if there is one. */
    public Workspace with(SourceFile file) {
        OpenFile before = files.get(file.name());
        if (before != null && before.text().equals(file.text())) {
            return this;
        }
        Map<String, OpenFile> changed = new TreeMap<>(files);
        changed.put(file.name(), OpenFile.read(file));
        return new Workspace(changed);
    }

    /** The same without the file of that name. */
    public Workspace without(String name) {
        Map<String, OpenFile> changed = new TreeMap<>(files);
        changed.remove(name);
        return new Workspace(changed);
    }

    /** Names of all files, in their order. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The text of a file, if there is one of that name. */
    public Optional<String> text(String name) {
        return file(name).map(OpenFile::text);
    }

    /** Everything the compiler says of all files: first by file, then by place. */
    public List<Diagnostic> diagnostics() {
        return RuleSetChecker.check(
                        files.values().stream().map(OpenFile::parsed).toList(), CompilerLimits.DEFAULT)
                .diagnostics();
    }

    /** The place of an offset, counted from 0 in UTF-16 code units, in a file. */
    public Optional<Position> position(String name, int offset) {
        return file(name).map(file -> file.lines()
                .position(Math.max(0, Math.min(offset, file.text().length()))));
    }

    /** The offset of a place in a file. */
    public OptionalInt offset(String name, Position position) {
        return file(name).stream()
                .mapToInt(file -> file.lines().offset(position))
                .findFirst();
    }

    Optional<OpenFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    List<OpenFile> files() {
        return new ArrayList<>(files.values());
    }

    Stream<Declaration> declarations() {
        return files.values().stream().flatMap(file -> file.parsed().declarations().stream());
    }

    /** What has fields, by name and in the order of names. */
    Map<String, Shape> shapes() {
        return shapes;
    }

    Optional<Shape> shape(String name) {
        return Optional.ofNullable(shapes.get(name));
    }
}
