package io.tripline.dsl.syntax.grammar;

import io.tripline.dsl.schema.FieldType.Scalar;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * What the generated parser asks about the places of words. White space means nothing in the language, with three
 * exceptions, so that what was forgotten is found where it is missing and not two fields later: a type stands on the line
 * of its field's name, a mark right behind its {@code @}, and the {@code within} of a gap on the line of its {@code then}.
 */
abstract class LineAwareParser extends Parser {

    private static final Set<String> TYPES =
            Arrays.stream(Scalar.values()).map(Scalar::display).collect(Collectors.toUnmodifiableSet());

    LineAwareParser(TokenStream tokens) {
        super(tokens);
    }

    /** Whether the next word can be a type, and not the name of the next field. */
    boolean typeFollows() {
        Token next = _input.LT(1);
        Token behind = _input.LT(2);
        boolean isWord = next.getType() >= TriplineLexer.ADD && next.getType() <= TriplineLexer.IDENTIFIER;
        boolean isName = isWord && !beginsType(next) && beginsType(behind) && behind.getLine() == next.getLine();
        return _input.LT(-1).getLine() == next.getLine() && !isName;
    }

    private static boolean beginsType(Token token) {
        return token.getType() == TriplineLexer.ENUM
                || token.getType() == TriplineLexer.LIST
                || TYPES.contains(token.getText());
    }

    /** Whether the next word stands on the line of the last: {@code then within 2m}, and no clause of its own. */
    boolean onLineOfLast() {
        return _input.LT(-1).getLine() == _input.LT(1).getLine();
    }

    boolean wordFollows() {
        return _input.LT(-1).getStopIndex() + 1 == _input.LT(1).getStartIndex();
    }
}
