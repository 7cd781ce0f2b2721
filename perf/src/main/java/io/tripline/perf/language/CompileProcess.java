package io.tripline.perf.language;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process that reads the rule files of a folder, compiles them once and prints how long that took. */
final class CompileProcess {

    private CompileProcess() {}

    /** Prints the nanoseconds from the first file read to the plan, and how many rules the plan has. */
    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(Path.of(args[0]))) {
            for (Path path : paths.sorted().toList()) {
                files.add(new SourceFile(path.getFileName().toString(), Files.readString(path)));
            }
        }
        Compilation compilation = RuleCompiler.compile(files);
        long nanos = System.nanoTime() - start;
        System.out.println(
                nanos + " " + compilation.plan().orElseThrow().rules().size());
    }
}
