package io.tripline.dsl.syntax.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.TokenStream;

/**
 * What the generated parser asks about lines. Line ends mean nothing in the language, with one exception: a field's type
 * stands on the line of its name, so that a forgotten type is found where it is missing and not two fields later.
 */
abstract class LineAwareParser extends Parser {

    LineAwareParser(TokenStream tokens) {
        super(tokens);
    }

    boolean onSameLine() {
        return _input.LT(-1).getLine() == _input.LT(1).getLine();
    }
}
