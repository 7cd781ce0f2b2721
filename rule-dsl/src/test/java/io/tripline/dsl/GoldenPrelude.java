package io.tripline.dsl;

import io.tripline.dsl.check.RuleSetChecker;
import io.tripline.dsl.syntax.ParsedFile;
import io.tripline.dsl.syntax.RuleParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The event types that most golden cases are compiled with, parsed once. */
final class GoldenPrelude {

    static final SourceFile FILE = read();

    private static final ParsedFile PARSED = RuleParser.parse(FILE, CompilerLimits.DEFAULT);

    private GoldenPrelude() {}

    private static SourceFile read() {
        try {
            return new SourceFile(
                    "prelude.trip", Files.readString(Path.of("src/test/resources/diagnostics/prelude.trip")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link RuleCompiler#compile}. */
    static Compilation compile(List<SourceFile> files) {
        List<ParsedFile> parsed = files.stream()
                .map(file -> file.equals(FILE) ? PARSED : RuleParser.parse(file, CompilerLimits.DEFAULT))
                .toList();
        return RuleSetChecker.check(parsed, CompilerLimits.DEFAULT);
    }
}
