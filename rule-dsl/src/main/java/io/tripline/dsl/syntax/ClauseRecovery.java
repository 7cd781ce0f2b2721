package io.tripline.dsl.syntax;

import io.tripline.dsl.syntax.grammar.TriplineParser;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.FailedPredicateException;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/**
 * What the parser does where the text does not fit: it says so once, gives up the clause, field or declaration it is in,
 * and goes on where the next one seems to begin. Nothing is guessed inside of one: a repaired clause would be checked as
 * if somebody had written it.
 */
final class ClauseRecovery extends DefaultErrorStrategy {

    private final Boundaries boundaries;
    private final SyntaxMessages messages;
    private final Set<ParserRuleContext> damaged = Collections.newSetFromMap(new IdentityHashMap<>());
    private Token lastReported;

    ClauseRecovery(Boundaries boundaries, SyntaxMessages messages) {
        this.boundaries = boundaries;
        this.messages = messages;
    }

    /** Whether the text of this rule, or the body it has, could not all be read. */
    boolean isDamaged(ParserRuleContext context) {
        return context.exception != null || damaged.contains(context);
    }

    @Override
    public void reportError(Parser parser, RecognitionException mistake) {
        if (inErrorRecoveryMode(parser)) {
            return;
        }
        Token found = mistake.getOffendingToken();
        if (parser.getContext().getRuleIndex() == TriplineParser.RULE_field
                && mistake instanceof FailedPredicateException) {
            beginErrorCondition(parser);
            damage(parser.getContext());
            messages.reportFieldWithoutType(parser.getContext().getStart());
        } else if (mistake instanceof FailedPredicateException) {
            beginErrorCondition(parser);
            damage(parser.getContext());
            messages.reportEmptyMark(parser.getContext().getStart());
        } else {
            report(parser, found);
        }
    }

    private void report(Parser parser, Token found) {
        beginErrorCondition(parser);
        damage(parser.getContext());
        lastReported = found;
        int swallowed = clauseBefore(found.getTokenIndex(), parser.getContext());
        if (swallowed >= 0) {
            // `when amount >` and on the next line `by card`: the comparison has taken `by` for a name.
            damageLastChild(parser.getContext());
            messages.reportEarlyEnd(boundaries.tokenBefore(swallowed));
            parser.getInputStream().seek(swallowed);
        } else {
            messages.report(parser, found);
        }
    }

    private void damage(ParserRuleContext innermost) {
        for (ParserRuleContext context = innermost; context != null; context = context.getParent()) {
            damaged.add(context);
        }
    }

    /** What stands before a mistake may not be whole, and is then not what somebody meant to write. */
    private void damageLastChild(ParserRuleContext body) {
        int children = body.getChildCount();
        if (children > 0 && body.getChild(children - 1) instanceof ParserRuleContext last) {
            damaged.add(last);
        }
    }

    /** The place of the clause word that was taken for a part of the clause the mistake is in; -1 if there is none. */
    private int clauseBefore(int index, ParserRuleContext innermost) {
        for (ParserRuleContext context = innermost; context != null; context = context.getParent()) {
            Optional<Body> body = bodyOf(context);
            if (body.isPresent()) {
                int swallowed = boundaries.clauseBefore(
                        body.get(), index, context.getStart().getTokenIndex());
                return swallowed > startOfLast(context) ? swallowed : -1;
            }
        }
        return -1;
    }

    /**
     * Where the clause begins that the parser is in, or between two clauses the one before: `final x` has read `final` as
     * a clause, and to go back to it would be to go round for ever.
     */
    private static int startOfLast(ParserRuleContext clauseOrBody) {
        int children = clauseOrBody.getChildCount();
        boolean between = Body.ofBody(clauseOrBody.getRuleIndex()).isPresent()
                && children > 0
                && clauseOrBody.getChild(children - 1) instanceof ParserRuleContext;
        ParserRuleContext last = between ? (ParserRuleContext) clauseOrBody.getChild(children - 1) : clauseOrBody;
        return last.getStart().getTokenIndex();
    }

    private static Optional<Body> bodyOf(ParserRuleContext context) {
        return Body.ofClause(context.getRuleIndex()).or(() -> Body.ofBody(context.getRuleIndex()));
    }

    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        int here = parser.getCurrentToken().getTokenIndex();
        Optional<Body> body = Body.ofClause(parser.getContext().getRuleIndex());
        if (body.isPresent()) {
            // A mistake that two words show is found before the first is read; that one is not to be begun with again.
            boolean unread = here == parser.getContext().getStart().getTokenIndex()
                    && parser.getCurrentToken().getType() != Token.EOF;
            parser.getInputStream().seek(boundaries.nextClause(body.get(), unread ? here + 1 : here));
            return;
        }
        switch (parser.getContext().getRuleIndex()) {
            case TriplineParser.RULE_field -> parser.getInputStream().seek(boundaries.nextField(here));
            case TriplineParser.RULE_lateness,
                    TriplineParser.RULE_expiry,
                    TriplineParser.RULE_declaration,
                    TriplineParser.RULE_ruleFile -> parser.getInputStream().seek(boundaries.nextDeclaration(here));
            case TriplineParser.RULE_eventBody -> {
                if (!opened(parser) || !boundaries.endsEvent(here)) {
                    throw mistake;
                }
            }
            default -> throw mistake;
        }
    }

    @Override
    public Token recoverInline(Parser parser) {
        int rule = parser.getContext().getRuleIndex();
        boolean atEndOfBody = Body.ofBody(rule).isPresent() || rule == TriplineParser.RULE_eventBody;
        if (atEndOfBody && inErrorRecoveryMode(parser)) {
            // What is wrong with the body has been said; that its brace is lost with it needs no saying.
            return getMissingSymbol(parser);
        }
        throw new InputMismatchException(parser);
    }

    /** Called between the declarations of a file, the clauses of a rule and the fields of an event, among others. */
    @Override
    public void sync(Parser parser) {
        Token token = parser.getCurrentToken();
        int here = token.getTokenIndex();
        if (parser.getContext().getRuleIndex() == TriplineParser.RULE_eventBody && opened(parser)) {
            syncFields(parser, token);
            return;
        }
        if (inErrorRecoveryMode(parser)) {
            return;
        }
        Body.ofBody(parser.getContext().getRuleIndex())
                .filter(body -> opened(parser))
                .ifPresent(body -> syncClauses(parser, body, token));
        switch (parser.getContext().getRuleIndex()) {
            case TriplineParser.RULE_ruleFile -> {
                if (!boundaries.startsDeclaration(token)) {
                    damageLastDeclaration(parser.getContext(), boundaries.isFirstOnLine(here));
                    reportFallenOut(parser, token);
                    parser.getInputStream().seek(boundaries.nextDeclaration(here));
                }
            }
            default -> {}
        }
    }

    private void syncClauses(Parser parser, Body body, Token token) {
        int here = token.getTokenIndex();
        if (boundaries.mayFollowClause(body, token) && !(boundaries.isDeclaration(here) && !body.hasClauseWords())) {
            return;
        }
        if (token.getType() == Token.EOF || !boundaries.isFirstOnLine(here)) {
            damageLastChild(parser.getContext());
        }
        report(parser, token);
        if (parser.getCurrentToken() == token) {
            parser.getInputStream().seek(boundaries.nextClause(body, here));
        }
        if (boundaries.isDeclaration(parser.getCurrentToken().getTokenIndex()) && !body.hasClauseWords()) {
            throw new InputMismatchException(parser);
        }
    }

    private void syncFields(Parser parser, Token token) {
        if (!inErrorRecoveryMode(parser) && !boundaries.mayFollowField(token)) {
            report(parser, token);
            parser.getInputStream().seek(boundaries.nextField(token.getTokenIndex()));
        }
        if (boundaries.endsEvent(parser.getCurrentToken().getTokenIndex())) {
            // It begins like a field; only leaving the body keeps it from being read as one.
            InputMismatchException mistake = new InputMismatchException(parser);
            reportError(parser, mistake);
            throw mistake;
        }
    }

    /** A brace too many has been reported where it stands; that what follows lies outside then needs no saying. */
    private void reportFallenOut(Parser parser, Token token) {
        boolean said = lastReported != null
                && lastReported.getType() == TriplineParser.RBRACE
                && boundaries.tokenBefore(token.getTokenIndex()) == lastReported;
        if (said) {
            beginErrorCondition(parser);
        } else {
            report(parser, token);
        }
    }

    /** Whether the parser stands behind the opening brace of the body it is in. */
    private static boolean opened(Parser parser) {
        return parser.getContext().getChildCount() > 0;
    }

    /** What lies around between two declarations may have fallen out of the first: `{3}}` ends a rule early. */
    private void damageLastDeclaration(ParserRuleContext file, boolean onItsOwnLine) {
        int children = file.getChildCount();
        if (children == 0 || !(file.getChild(children - 1) instanceof TriplineParser.DeclarationContext last)) {
            return;
        }
        last.getRuleContexts(ParserRuleContext.class).forEach(damaged::add);
        if (last.ruleDeclaration() != null && last.ruleDeclaration().ruleBody() != null && !onItsOwnLine) {
            ParserRuleContext body = last.ruleDeclaration().ruleBody();
            List<TriplineParser.ClauseContext> clauses = body.getRuleContexts(TriplineParser.ClauseContext.class);
            if (!clauses.isEmpty()) {
                damaged.add(clauses.get(clauses.size() - 1));
            }
        }
    }
}
