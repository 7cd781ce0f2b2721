package io.tripline.dsl.syntax;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.StepSyntax.Repetition;
import io.tripline.dsl.syntax.grammar.TriplineParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Parse trees of declarations to syntax records. What the parser gave up is left out, and so is a clause with a piece
 * that could not be read; its declaration is then marked as damaged.
 */
final class DeclarationBuilder {

    private final SourcePositions positions;
    private final Diagnostics diagnostics;
    private final ClauseRecovery recovery;
    private final List<Token> tokens;
    private final LiteralReader literals;
    private final ExpressionBuilder expressions;

    DeclarationBuilder(
            SourcePositions positions,
            Diagnostics diagnostics,
            ClauseRecovery recovery,
            List<Token> tokens,
            int maxNesting) {
        this.positions = positions;
        this.diagnostics = diagnostics;
        this.recovery = recovery;
        this.tokens = tokens;
        this.literals = new LiteralReader(positions, diagnostics);
        this.expressions = new ExpressionBuilder(positions, diagnostics, literals, maxNesting);
    }

    /** The declaration, unless not even its outline could be read. */
    Optional<Declaration> declaration(DeclarationContext context) {
        if (context.exception != null) {
            return Optional.empty();
        }
        return Optional.of(
                context.eventDeclaration() != null
                        ? event(context.eventDeclaration())
                        : rule(context.ruleDeclaration()));
    }

    private Declaration event(EventDeclarationContext context) {
        boolean damaged = recovery.isDamaged(context);
        List<FieldSyntax> fields = new ArrayList<>();
        for (FieldContext field : context.eventBody().field()) {
            if (field.exception == null) {
                fields.add(field(field));
            }
        }
        Optional<DurationValue> lateAfter = Optional.empty();
        if (context.lateness() != null && context.lateness().exception == null) {
            lateAfter = expressions.duration(context.lateness().duration());
        }
        return new EventDeclaration(
                expressions.name(context.word()), fields, lateAfter, damaged, positions.of(context));
    }

    private FieldSyntax field(FieldContext context) {
        if (context.COLON() != null) {
            diagnostics.error(
                    DiagnosticCode.FOREIGN_SIGN,
                    positions.of(context.COLON().getSymbol()),
                    "no `:` stands between a field and its type",
                    "write `" + context.word().getText() + " " + context.type().getText() + "`");
        }
        List<Name> marks = new ArrayList<>();
        for (MarkContext mark : context.mark()) {
            marks.add(new Name(mark.word().getText(), positions.of(mark)));
        }
        return new FieldSyntax(
                expressions.name(context.word()),
                type(context.type()),
                context.QUESTION() != null,
                marks,
                positions.of(context));
    }

    private TypeSyntax type(TypeContext context) {
        TypeSyntax type = element(context.element());
        // Lists of lists do not exist; two levels are enough for the checker to say so.
        int lists = Math.min(2, context.LIST().size());
        for (int i = 0; i < lists; i++) {
            type = new TypeSyntax.ListSyntax(type, positions.of(context));
        }
        return type;
    }

    private TypeSyntax element(ElementContext context) {
        if (context instanceof EnumTypeContext enumType) {
            List<Name> names = new ArrayList<>();
            for (WordContext word : enumType.word()) {
                names.add(expressions.name(word));
            }
            return new TypeSyntax.EnumSyntax(names, positions.of(context));
        }
        return new TypeSyntax.NamedType(expressions.name(((NamedTypeContext) context).word()));
    }

    private Declaration rule(RuleDeclarationContext context) {
        boolean damaged = recovery.isDamaged(context);
        List<Clause> clauses = new ArrayList<>();
        for (ClauseContext clause : context.ruleBody().clause()) {
            Optional<Clause> built = recovery.isDamaged(clause) ? Optional.empty() : clause(clause);
            built.ifPresent(clauses::add);
            damaged |= built.isEmpty();
        }
        Optional<TextLine> title = Optional.empty();
        if (context.title != null) {
            title = literals.text(context.title).map(text -> new TextLine(text, positions.of(context.title)));
        }
        return new RuleDeclaration(
                expressions.name(context.word()), title, clauses, words(context), damaged, positions.of(context));
    }

    private List<String> words(ParserRuleContext context) {
        List<String> words = new ArrayList<>();
        for (Token token : tokens.subList(
                context.getStart().getTokenIndex(), context.getStop().getTokenIndex() + 1)) {
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                words.add(token.getText());
            }
        }
        return words;
    }

    /** The clause; empty when a piece of it could not be read. */
    private Optional<Clause> clause(ClauseContext context) {
        var span = positions.of(context);
        if (context instanceof SeverityClauseContext severity) {
            return Optional.of(new Clause.Severity(expressions.name(severity.word()), span));
        }
        if (context instanceof ByClauseContext by) {
            return Optional.of(
                    new Clause.By(by.word().stream().map(expressions::name).toList(), span));
        }
        if (context instanceof OnClauseContext on) {
            return Optional.of(new Clause.On(step(on.step()), span));
        }
        if (context instanceof WhenClauseContext when) {
            return Optional.of(new Clause.When(expressions.expression(when.expression()), span));
        }
        if (context instanceof MatchClauseContext match) {
            return Optional.of(
                    new Clause.Match(match.step().stream().map(this::step).toList(), span));
        }
        if (context instanceof WithinClauseContext within) {
            return expressions.duration(within.duration()).map(duration -> new Clause.Within(duration, span));
        }
        if (context instanceof OnceClauseContext once) {
            return expressions.duration(once.duration()).map(duration -> new Clause.OncePer(duration, span));
        }
        return Optional.of(new Clause.Alert(template(((AlertClauseContext) context).template()), span));
    }

    private StepSyntax step(StepContext context) {
        Optional<Name> label = context.label == null ? Optional.empty() : Optional.of(expressions.name(context.label));
        Optional<ExpressionSyntax> filter = context.filter() == null
                ? Optional.empty()
                : Optional.of(expressions.expression(context.filter().expression()));
        Optional<Repetition> repetition =
                Optional.ofNullable(context.repetition()).map(this::repetition);
        return new StepSyntax(label, expressions.name(context.event), filter, repetition, positions.of(context));
    }

    private Repetition repetition(RepetitionContext context) {
        var span = positions.of(context);
        return switch (context.getStart().getType()) {
            case PLUS -> new Repetition(1, PatternPlan.UNBOUNDED, span);
            case STAR -> new Repetition(0, PatternPlan.UNBOUNDED, span);
            case QUESTION -> new Repetition(0, 1, span);
            default -> {
                int least = LiteralReader.count(context.least);
                int most = context.to == null ? least : PatternPlan.UNBOUNDED;
                yield new Repetition(least, context.most == null ? most : LiteralReader.count(context.most), span);
            }
        };
    }

    private List<TemplatePart> template(TemplateContext context) {
        List<TemplatePart> parts = new ArrayList<>();
        for (PartContext part : context.part()) {
            var span = positions.of(part);
            if (part instanceof ValuePartContext value) {
                parts.add(new TemplatePart.Value(expressions.expression(value.expression()), span));
            } else {
                literals.templateText(part.getStart()).ifPresent(text -> parts.add(new TemplatePart.Text(text, span)));
            }
        }
        return parts;
    }
}
