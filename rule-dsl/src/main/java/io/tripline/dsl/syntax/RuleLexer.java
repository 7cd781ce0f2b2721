package io.tripline.dsl.syntax;

import io.tripline.dsl.syntax.grammar.TriplineLexer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Reads the text behind {@code alert} as a template with values in braces; everywhere else a text is plain. A template
 * ends at the end of its line at the latest, whatever is open in it, so one forgotten quote does not turn the rest of
 * the file inside out.
 */
final class RuleLexer extends TriplineLexer {

    private boolean afterAlert;

    RuleLexer(CharStream text) {
        super(text);
        removeErrorListeners();
    }

    @Override
    public Token nextToken() {
        if (afterAlert && _mode == DEFAULT_MODE && _modeStack.isEmpty() && _input.LA(1) == '"') {
            pushMode(TEMPLATE_OPEN);
        }
        CommonToken token = (CommonToken) super.nextToken();
        if (!_modeStack.isEmpty()) {
            readInTemplate(token);
        }
        if (token.getChannel() == Token.DEFAULT_CHANNEL) {
            afterAlert = token.getType() == ALERT;
        }
        return token;
    }

    private void readInTemplate(CommonToken token) {
        if (token.getType() == RBRACE) {
            token.setType(VALUE_END);
            popMode();
        } else if (token.getType() == NEWLINE || token.getType() == TEMPLATE_NEWLINE) {
            token.setType(UNCLOSED_TEMPLATE);
            token.setChannel(Token.DEFAULT_CHANNEL);
            _modeStack.clear();
            mode(DEFAULT_MODE);
        }
    }
}
