package io.tripline.dsl.syntax;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import io.tripline.dsl.syntax.SourceToken.Kind;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** The parser's tokens as others see them: without white space and the end of the file. */
final class SourceTokens {

    private SourceTokens() {}

    static List<SourceToken> of(List<Token> tokens, SourcePositions positions) {
        List<SourceToken> words = new ArrayList<>();
        for (Token token : tokens) {
            int type = token.getType();
            if (type != Token.EOF && type != NEWLINE && type != SPACE) {
                words.add(new SourceToken(
                        kind(token),
                        token.getText(),
                        positions.offset(token.getStartIndex()),
                        positions.offset(token.getStopIndex() + 1)));
            }
        }
        return words;
    }

    private static Kind kind(Token token) {
        if (TokenWords.isWord(token)) {
            return TokenWords.isName(token) ? Kind.NAME : Kind.KEYWORD;
        }
        return switch (token.getType()) {
            case INTEGER, DECIMAL, BAD_NUMBER -> Kind.NUMBER;
            case DURATION -> Kind.DURATION;
            case CLOCK -> Kind.CLOCK;
            case STRING, UNCLOSED_STRING, QUOTED -> Kind.TEXT;
            case TEMPLATE_START, TEMPLATE_TEXT, TEMPLATE_END, TEMPLATE_NEWLINE, UNCLOSED_TEMPLATE, STRAY_BRACE ->
                Kind.MESSAGE;
            case LINE_COMMENT, BLOCK_COMMENT, UNCLOSED_COMMENT -> Kind.COMMENT;
            default -> Kind.SIGN;
        };
    }
}
