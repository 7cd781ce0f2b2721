package io.tripline.dsl.syntax;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.syntax.grammar.TriplineLexer;
import io.tripline.dsl.syntax.grammar.TriplineParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Reads one rule file. Any text at all gives a result; what is wrong with it is among the diagnostics. */
public final class RuleParser {

    /** Words that stand before the name of something rules use. */
    private static final Set<Integer> DECLARING =
            Set.of(TriplineLexer.EVENT, TriplineLexer.VIEW, TriplineLexer.LET, TriplineLexer.LIST, TriplineLexer.TABLE);

    private RuleParser() {}

    public static ParsedFile parse(SourceFile file, CompilerLimits limits) {
        return tree(file, limits).parsed();
    }

    /** The same, with the words it was read from and how they belong together. */
    public static SyntaxTree tree(SourceFile file, CompilerLimits limits) {
        Diagnostics diagnostics = new Diagnostics();
        SourcePositions positions = new SourcePositions(file);
        if (file.text().length() > limits.fileCharacters()) {
            diagnostics.error(
                    DiagnosticCode.TOO_LARGE,
                    positions.between(0, 0),
                    "this file is longer than " + limits.fileCharacters() + " characters",
                    "split it: a rule set may have any number of files");
            return SyntaxTree.unread(new ParsedFile(file, List.of(), Set.of(), true, diagnostics.toList()));
        }
        CommonTokenStream stream =
                new CommonTokenStream(new RuleLexer(CharStreams.fromString(file.text(), file.name())));
        stream.fill();
        List<Token> tokens = stream.getTokens();
        Optional<Token> tooDeep = NestingGuard.firstBelow(limits.nestingDepth(), tokens);
        if (tooDeep.isPresent()) {
            diagnostics.error(
                    DiagnosticCode.TOO_LARGE,
                    positions.of(tooDeep.get()),
                    "brackets are nested more than " + limits.nestingDepth() + " deep");
            return SyntaxTree.unread(new ParsedFile(file, List.of(), words(tokens), false, diagnostics.toList()));
        }
        return read(file, stream, positions, diagnostics, limits);
    }

    private static SyntaxTree read(
            SourceFile file,
            CommonTokenStream stream,
            SourcePositions positions,
            Diagnostics diagnostics,
            CompilerLimits limits) {
        List<Token> tokens = stream.getTokens();
        ClauseRecovery recovery =
                new ClauseRecovery(new Boundaries(tokens), new SyntaxMessages(positions, diagnostics));
        TriplineParser parser = new TriplineParser(stream);
        parser.removeErrorListeners();
        parser.setErrorHandler(recovery);
        // The grammar needs no context to decide, so the fast way of deciding is also the right one.
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);

        DeclarationBuilder builder =
                new DeclarationBuilder(positions, diagnostics, recovery, tokens, limits.nestingDepth());
        List<Declaration> declarations = new ArrayList<>();
        List<Token> unread = new ArrayList<>();
        int readTo = 0;
        TriplineParser.RuleFileContext root = parser.ruleFile();
        for (TriplineParser.DeclarationContext context : root.declaration()) {
            Optional<Declaration> declaration = builder.declaration(context);
            if (declaration.isPresent()) {
                declarations.add(declaration.get());
                unread.addAll(tokens.subList(readTo, context.getStart().getTokenIndex()));
                readTo = context.getStop().getTokenIndex() + 1;
            }
        }
        unread.addAll(tokens.subList(readTo, tokens.size()));
        return new SyntaxTree(
                new ParsedFile(file, declarations, words(unread), hasNameless(unread), diagnostics.toList()),
                tokens,
                SourceTokens.of(tokens, positions),
                Optional.of(root));
    }

    /** Whether there is an `event`, or another of its kind, that no name follows, or what looks like its fields. */
    private static boolean hasNameless(List<Token> tokens) {
        boolean afterKeyword = false;
        for (Token token : tokens) {
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                boolean nameless = afterKeyword && (!TokenWords.isWord(token) || token.getType() == TriplineLexer.OF);
                if (nameless || token.getType() == TriplineLexer.AT) {
                    return true;
                }
                afterKeyword = DECLARING.contains(token.getType());
            }
        }
        return false;
    }

    private static Set<String> words(List<Token> tokens) {
        Set<String> words = new HashSet<>();
        for (Token token : tokens) {
            if (token.getType() == TriplineLexer.IDENTIFIER) {
                words.add(token.getText());
            }
        }
        return words;
    }
}
