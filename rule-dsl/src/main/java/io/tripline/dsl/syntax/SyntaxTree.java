package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.syntax.grammar.TriplineParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * A file as the parser sees it: all its words, hidden ones included, and how they belong together. For what works on the
 * text itself, as the formatter does; what the text says is in {@link #parsed}.
 */
public final class SyntaxTree {

    private final ParsedFile parsed;
    private final List<Token> tokens;
    private final List<SourceToken> words;
    private final Optional<TriplineParser.RuleFileContext> root;

    SyntaxTree(
            ParsedFile parsed,
            List<Token> tokens,
            List<SourceToken> words,
            Optional<TriplineParser.RuleFileContext> root) {
        this.parsed = parsed;
        this.tokens = List.copyOf(tokens);
        this.words = List.copyOf(words);
        this.root = root;
    }

    /** Of a text that is too large to be read. */
    static SyntaxTree unread(ParsedFile parsed) {
        return new SyntaxTree(parsed, List.of(), List.of(), Optional.empty());
    }

    public ParsedFile parsed() {
        return parsed;
    }

    /** The words in their order, comments and white space included; the last one is the end of the file. */
    public List<Token> tokens() {
        return tokens;
    }

    /** The words without white space and the end of the file; none of a text that is too large to be read. */
    public List<SourceToken> words() {
        return words;
    }

    /** The whole file, when all of it has the form of the language. */
    public Optional<TriplineParser.RuleFileContext> wellFormed() {
        return root.filter(tree -> parsed.diagnostics().stream().noneMatch(Diagnostic::isError));
    }
}
