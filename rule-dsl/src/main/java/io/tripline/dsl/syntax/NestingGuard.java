package io.tripline.dsl.syntax;

import io.tripline.dsl.syntax.grammar.TriplineLexer;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Finds brackets that are nested too deep, before anything recursive reads them. Brackets are the only thing in the
 * grammar that nests.
 */
final class NestingGuard {

    private NestingGuard() {}

    /** The first bracket that is deeper than that, if there is one. */
    static Optional<Token> firstBelow(int maxDepth, List<Token> tokens) {
        int depth = 0;
        for (Token token : tokens) {
            switch (token.getType()) {
                case TriplineLexer.LPAREN, TriplineLexer.LBRACKET, TriplineLexer.LBRACE, TriplineLexer.VALUE_START -> {
                    depth++;
                    if (depth > maxDepth) {
                        return Optional.of(token);
                    }
                }
                case TriplineLexer.RPAREN, TriplineLexer.RBRACKET, TriplineLexer.RBRACE, TriplineLexer.VALUE_END ->
                    depth = Math.max(0, depth - 1);
                default -> {}
            }
        }
        return Optional.empty();
    }
}
