package io.tripline.dsl.syntax;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.syntax.ExpressionSyntax.Operator;
import io.tripline.dsl.syntax.ExpressionSyntax.Unreadable;
import io.tripline.dsl.syntax.grammar.TriplineParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Parse trees of expressions to syntax records. A chain {@code a + b + c} becomes a tree as deep as the chain is long,
 * so the depth each piece will have is counted on the way down and bounded.
 */
final class ExpressionBuilder {

    private final SourcePositions positions;
    private final Diagnostics diagnostics;
    private final LiteralReader literals;
    private final int maxDepth;
    private int unreadable;

    ExpressionBuilder(SourcePositions positions, Diagnostics diagnostics, LiteralReader literals, int maxDepth) {
        this.positions = positions;
        this.diagnostics = diagnostics;
        this.literals = literals;
        this.maxDepth = maxDepth;
    }

    /** A condition without {@code and} and {@code or}, but in brackets. */
    ExpressionSyntax condition(NegationContext context) {
        return negation(context, 0);
    }

    ExpressionSyntax expression(ExpressionContext context) {
        return expression(context, 0);
    }

    /** How many pieces could not be read so far and stand as something else in what was built. */
    int unreadable() {
        return unreadable;
    }

    /** {@code if a then b else if c then d else e}: conditions and values by turns, and one value more. */
    private ExpressionSyntax expression(ExpressionContext context, int depth) {
        List<DisjunctionContext> parts = context.disjunction();
        int branches = parts.size() / 2;
        if (depth + branches > maxDepth) {
            return tooDeep(context);
        }
        if (branches == 0) {
            return disjunction(parts.get(0), depth);
        }
        ExpressionSyntax otherwise = disjunction(parts.get(2 * branches), depth + branches);
        for (int i = branches - 1; i >= 0; i--) {
            otherwise = new ExpressionSyntax.Conditional(
                    disjunction(parts.get(2 * i), depth + i + 1),
                    disjunction(parts.get(2 * i + 1), depth + i + 1),
                    otherwise,
                    positions.of(context.IF(i).getSymbol(), context.getStop()));
        }
        return otherwise;
    }

    private ExpressionSyntax disjunction(DisjunctionContext context, int depth) {
        if (depth > maxDepth) {
            return tooDeep(context);
        }
        warnOfSign(context, BARS, "or");
        List<ExpressionSyntax> conditions = new ArrayList<>();
        for (ConjunctionContext part : context.conjunction()) {
            conditions.add(conjunction(part, depth + 1));
        }
        return conditions.size() == 1 ? conditions.get(0) : new ExpressionSyntax.Or(conditions, positions.of(context));
    }

    private ExpressionSyntax conjunction(ConjunctionContext context, int depth) {
        warnOfSign(context, AMPERSANDS, "and");
        List<ExpressionSyntax> conditions = new ArrayList<>();
        for (NegationContext part : context.negation()) {
            conditions.add(negation(part, depth));
        }
        return conditions.size() == 1 ? conditions.get(0) : new ExpressionSyntax.And(conditions, positions.of(context));
    }

    private ExpressionSyntax negation(NegationContext context, int depth) {
        warnOfSign(context, BANG, "not");
        int signs = context.getChildCount() - 1;
        if (depth + signs > maxDepth) {
            return tooDeep(context);
        }
        ExpressionSyntax condition = comparison(context.comparison(), depth + signs);
        for (int i = signs - 1; i >= 0; i--) {
            Token sign = ((TerminalNode) context.getChild(i)).getSymbol();
            condition = new ExpressionSyntax.Not(condition, positions.of(sign, context.getStop()));
        }
        return condition;
    }

    private ExpressionSyntax comparison(ComparisonContext context, int depth) {
        ExpressionSyntax operand = sum(context.sum(), depth + 1);
        if (context.relation().isEmpty()) {
            return operand;
        }
        if (context.relation().size() > 1) {
            RelationContext second = context.relation(1);
            diagnostics.error(
                    DiagnosticCode.SYNTAX,
                    positions.of(second.getStart()),
                    "only two values can be compared at a time",
                    "join comparisons with `and`, or write `a between 1 and 5`");
            return new Unreadable(positions.of(context));
        }
        return relation(operand, context, context.relation(0), depth + 1);
    }

    private ExpressionSyntax relation(
            ExpressionSyntax operand, ComparisonContext whole, RelationContext context, int depth) {
        SourceSpan span = positions.of(whole);
        if (context instanceof ComparedContext compared) {
            return new ExpressionSyntax.Comparison(
                    comparisonOperator(compared.operator), operand, sum(compared.sum(), depth), span);
        }
        if (context instanceof InListContext inList) {
            List<ExpressionSyntax> candidates = new ArrayList<>();
            for (ExpressionContext candidate : inList.expression()) {
                candidates.add(expression(candidate, depth));
            }
            return new ExpressionSyntax.InList(operand, inList.NOT() != null, candidates, span);
        }
        if (context instanceof InNamedContext inNamed) {
            return new ExpressionSyntax.InNamed(
                    operand, inNamed.NOT() != null, primary(inNamed.primary(), depth), span);
        }
        if (context instanceof IsLikeContext like) {
            return new ExpressionSyntax.Like(operand, like.NOT() != null, sum(like.sum(), depth), span);
        }
        if (context instanceof IsMatchedContext matched) {
            return new ExpressionSyntax.Matches(operand, matched.NOT() != null, sum(matched.sum(), depth), span);
        }
        if (context instanceof InRangeContext range) {
            return new ExpressionSyntax.InRange(
                    operand, range.NOT() != null, sum(range.sum(0), depth), sum(range.sum(1), depth), span);
        }
        return new ExpressionSyntax.IsMissing(operand, ((IsMissingContext) context).NOT() != null, span);
    }

    private Operator comparisonOperator(Token sign) {
        return switch (sign.getType()) {
            case NOT_EQUAL -> Operator.NOT_EQUAL;
            case LESS -> Operator.LESS;
            case LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case GREATER -> Operator.GREATER;
            case GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case UNEQUAL -> {
                foreignSign(sign, "!=");
                yield Operator.NOT_EQUAL;
            }
            case ASSIGN -> {
                diagnostics.warning(
                        DiagnosticCode.FOREIGN_SIGN, positions.of(sign), "`=` is read as `==`", "write `==`");
                yield Operator.EQUAL;
            }
            default -> Operator.EQUAL;
        };
    }

    private ExpressionSyntax sum(SumContext context, int depth) {
        return chain(context, depth, (child, at) -> product((ProductContext) child, at));
    }

    private ExpressionSyntax product(ProductContext context, int depth) {
        return chain(context, depth, (child, at) -> factor((FactorContext) child, at));
    }

    private interface Operand {
        ExpressionSyntax build(ParseTree child, int depth);
    }

    /** {@code a op b op c}: operands at even places, operators between them, read from the left. */
    private ExpressionSyntax chain(ParserRuleContext context, int depth, Operand operand) {
        int operators = context.getChildCount() / 2;
        if (depth + operators > maxDepth) {
            return tooDeep(context);
        }
        ExpressionSyntax chained = operand.build(context.getChild(0), depth + operators);
        for (int i = 1; i <= operators; i++) {
            Token sign = ((TerminalNode) context.getChild(2 * i - 1)).getSymbol();
            ParserRuleContext right = (ParserRuleContext) context.getChild(2 * i);
            chained = new ExpressionSyntax.Arithmetic(
                    arithmeticOperator(sign),
                    chained,
                    operand.build(right, depth + operators - i + 1),
                    positions.of(context.getStart(), right.getStop()));
        }
        return chained;
    }

    private static Operator arithmeticOperator(Token sign) {
        return switch (sign.getType()) {
            case PLUS -> Operator.ADD;
            case MINUS -> Operator.SUBTRACT;
            case STAR -> Operator.MULTIPLY;
            case SLASH -> Operator.DIVIDE;
            default -> Operator.REMAINDER;
        };
    }

    private ExpressionSyntax factor(FactorContext context, int depth) {
        int signs = context.getChildCount() - 1;
        if (depth + signs > maxDepth) {
            return tooDeep(context);
        }
        return negative(context, 0, signs, fallback(context.fallback(), depth + signs), context.getStop());
    }

    /** Puts the minus signs, which are children of the context from one place on, before the operand. */
    private ExpressionSyntax negative(
            ParserRuleContext context, int first, int signs, ExpressionSyntax operand, Token last) {
        ExpressionSyntax negated = operand;
        for (int i = first + signs - 1; i >= first; i--) {
            Token sign = ((TerminalNode) context.getChild(i)).getSymbol();
            negated = new ExpressionSyntax.Negative(negated, positions.of(sign, last));
        }
        return negated;
    }

    private ExpressionSyntax fallback(FallbackContext context, int depth) {
        if (depth + context.getChildCount() > maxDepth && context.getChildCount() > 1) {
            return tooDeep(context);
        }
        int levels = context.getChildCount() - 1;
        ExpressionSyntax value = primary(context.primary(0), depth + levels);
        int child = 1;
        for (PrimaryContext right :
                context.primary().subList(1, context.primary().size())) {
            int place = context.children.indexOf(right);
            ExpressionSyntax fallback =
                    negative(context, child + 1, place - child - 1, primary(right, depth + levels), right.getStop());
            value = new ExpressionSyntax.OrElse(value, fallback, positions.of(context.getStart(), right.getStop()));
            child = place + 1;
        }
        return value;
    }

    private ExpressionSyntax primary(PrimaryContext context, int depth) {
        SourceSpan span = positions.of(context);
        if (context instanceof ParenthesisedContext inner) {
            return expression(inner.expression(), depth + 1);
        }
        if (context instanceof CallContext call) {
            return call(call, depth);
        }
        if (context instanceof ReferenceContext reference) {
            return reference(reference, depth);
        }
        if (context instanceof NumberLiteralContext number) {
            Token token = number.getStart();
            return literals.number(token)
                    .<ExpressionSyntax>map(
                            value -> new ExpressionSyntax.NumberLiteral(value, token.getType() == INTEGER, span))
                    .orElseGet(() -> new Unreadable(span));
        }
        if (context instanceof DurationLiteralContext) {
            OptionalLong nanos = literals.durationNanos(context.getStart());
            return nanos.isPresent()
                    ? new ExpressionSyntax.DurationLiteral(nanos.getAsLong(), span)
                    : new Unreadable(span);
        }
        if (context instanceof ClockLiteralContext) {
            OptionalLong nanos = literals.clockNanos(context.getStart());
            return nanos.isPresent()
                    ? new ExpressionSyntax.ClockLiteral(nanos.getAsLong(), span)
                    : new Unreadable(span);
        }
        if (context instanceof ListLiteralContext list) {
            return new ExpressionSyntax.ListLiteral(all(list.expression(), depth + 1), span);
        }
        if (context instanceof TextLiteralContext) {
            return literals.text(context.getStart())
                    .<ExpressionSyntax>map(text -> new ExpressionSyntax.TextLiteral(text, span))
                    .orElseGet(() -> new Unreadable(span));
        }
        return new ExpressionSyntax.BoolLiteral(context.getStart().getType() == TRUE, span);
    }

    private List<ExpressionSyntax> all(List<ExpressionContext> contexts, int depth) {
        List<ExpressionSyntax> built = new ArrayList<>();
        for (ExpressionContext context : contexts) {
            built.add(expression(context, depth));
        }
        return built;
    }

    private ExpressionSyntax call(CallContext context, int depth) {
        int before = unreadable;
        Optional<WindowSyntax> window = Optional.ofNullable(context.window()).map(this::window);
        if (unreadable > before) {
            // It is known to be unreadable here, and does not make the rest so.
            unreadable = before;
            return new Unreadable(positions.of(context));
        }
        List<ExpressionSyntax.OwnKeyPart> ownKey = new ArrayList<>();
        if (context.ownKey() != null) {
            for (OwnKeyPartContext part : context.ownKey().ownKeyPart()) {
                Optional<ExpressionSyntax> value =
                        Optional.ofNullable(part.sum()).map(sum -> sum(sum, depth + 1));
                ownKey.add(new ExpressionSyntax.OwnKeyPart(name(part.word()), value));
            }
        }
        return new ExpressionSyntax.Call(
                name(context.name()), all(context.expression(), depth + 1), ownKey, window, positions.of(context));
    }

    private WindowSyntax window(WindowContext context) {
        WindowSyntax.Extent extent;
        if (context.span() instanceof LastEventsContext last) {
            extent = new WindowSyntax.Extent.Last(
                    LiteralReader.count(last.INTEGER().getSymbol()), positions.of(last));
            if (!last.word().getText().equals("events")) {
                diagnostics.error(
                        DiagnosticCode.SYNTAX,
                        positions.of(last.word()),
                        "a window of the latest so many is counted in `events`",
                        "write `over last " + last.INTEGER().getText() + " events`, or a duration: `over 10m`");
                unreadable++;
            }
        } else {
            SlidingContext sliding = (SlidingContext) context.span();
            extent = new WindowSyntax.Extent.Sliding(
                    duration(sliding.duration(0)),
                    sliding.STEP() == null ? Optional.empty() : Optional.of(duration(sliding.duration(1))));
        }
        return new WindowSyntax(
                extent,
                Optional.ofNullable(context.duration()).map(this::duration),
                context.THIS() != null,
                positions.of(context));
    }

    private ExpressionSyntax reference(ReferenceContext context, int depth) {
        if (context.brackets() == null && context.word() == null) {
            return new ExpressionSyntax.Bare(name(context.name()));
        }
        List<ExpressionSyntax> brackets =
                context.brackets() == null ? List.of() : all(context.brackets().expression(), depth + 1);
        Optional<Name> field = Optional.ofNullable(context.word()).map(this::name);
        return new ExpressionSyntax.Qualified(name(context.name()), brackets, field, positions.of(context));
    }

    /** The duration; when it cannot be read, something else in its place, and one more is {@link #unreadable}. */
    DurationValue duration(DurationContext context) {
        OptionalLong nanos = literals.durationNanos(context.getStart());
        if (nanos.isEmpty()) {
            unreadable++;
        }
        return new DurationValue(nanos.orElse(1), positions.of(context));
    }

    /** The name a context of one token stands for. */
    Name name(ParserRuleContext word) {
        return new Name(word.getText(), positions.of(word));
    }

    private ExpressionSyntax tooDeep(ParserRuleContext context) {
        SourceSpan span = positions.of(context);
        diagnostics.error(
                DiagnosticCode.TOO_LARGE,
                positions.of(context.getStart()),
                "this expression has more than " + maxDepth + " operators inside each other",
                "shorten it");
        return new Unreadable(span);
    }

    private void warnOfSign(ParserRuleContext context, int type, String word) {
        for (TerminalNode sign : context.getTokens(type)) {
            foreignSign(sign.getSymbol(), word);
        }
    }

    private void foreignSign(Token sign, String instead) {
        diagnostics.error(
                DiagnosticCode.FOREIGN_SIGN,
                positions.of(sign),
                "`" + sign.getText() + "` is not an operator here",
                "write `" + instead + "`");
    }
}
