package io.tripline.dsl;

import io.tripline.dsl.check.RuleSetChecker;
import io.tripline.dsl.syntax.ParsedFile;
import io.tripline.dsl.syntax.RuleParser;
import java.util.List;

/**
 * The compiler of the rule language: all files of a rule set in, their plan or everything that is wrong with them out.
 *
 * <p>A pure function, safe to call from any thread. Any texts at all give a {@link Compilation}: never an exception, in
 * time that grows with their length only.
 */
public final class RuleCompiler {

    private RuleCompiler() {}

    /**
     * Compiles a rule set. The order of the files changes nothing but the order of the diagnostics, of which at most
     * {@link CompilerLimits#diagnostics} are given.
     */
    public static Compilation compile(List<SourceFile> files) {
        List<ParsedFile> parsed = files.stream()
                .map(file -> RuleParser.parse(file, CompilerLimits.DEFAULT))
                .toList();
        return RuleSetChecker.check(parsed, CompilerLimits.DEFAULT);
    }
}
