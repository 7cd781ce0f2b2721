package io.tripline.dsl.format;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.syntax.RuleParser;
import io.tripline.dsl.syntax.SyntaxTree;
import io.tripline.dsl.syntax.grammar.TriplineParser;
import java.util.List;
import java.util.Optional;

/**
 * Gives rule files one look: two spaces, one clause a line, the steps of a match below each other, fields and the events
 * of tests in columns. Lines longer than {@link LineBreaker#WIDTH} are broken where the text allows.
 *
 * <p>Only white space changes: the words of the result, and its comments, are those of the text in the same order, so it
 * means the same and its rules keep their versions. Formatting the result again changes nothing. Of blank lines behind
 * each other one stays. A pure function, safe to call from any thread.
 */
public final class RuleFormatter {

    private RuleFormatter() {}

    public static Formatted format(SourceFile file) {
        SyntaxTree tree = RuleParser.tree(file, CompilerLimits.DEFAULT);
        Optional<TriplineParser.RuleFileContext> root = tree.wellFormed();
        if (root.isEmpty()) {
            return new Formatted(Optional.empty(), tree.parsed().diagnostics());
        }
        Gaps gaps = new Gaps(tree.tokens());
        new DeclarationGaps(gaps).lay(root.get());
        List<LogicalLine> lines = CommentWeaver.weave(tree.tokens(), gaps);
        Alignment.align(lines);
        String lineEnd = file.text().contains("\r\n") ? "\r\n" : "\n";
        return new Formatted(Optional.of(LineBreaker.print(lines, lineEnd)), List.of());
    }
}
