package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.syntax.Declaration.DecisionDeclaration;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.Declaration.LetDeclaration;
import io.tripline.dsl.syntax.Declaration.ListDeclaration;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.Declaration.TableDeclaration;
import io.tripline.dsl.syntax.Declaration.TestDeclaration;
import io.tripline.dsl.syntax.Declaration.ViewDeclaration;
import io.tripline.dsl.syntax.grammar.TriplineParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    private final ClauseBuilder clauseBuilder;

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
        this.clauseBuilder = new ClauseBuilder(positions, literals, expressions);
    }

    /** The declaration, unless not even its outline could be read. */
    Optional<Declaration> declaration(DeclarationContext context) {
        if (context.exception != null) {
            return Optional.empty();
        }
        if (context.eventDeclaration() != null) {
            return Optional.of(event(context.eventDeclaration()));
        } else if (context.tableDeclaration() != null) {
            return Optional.of(table(context.tableDeclaration()));
        } else if (context.listDeclaration() != null) {
            return Optional.of(list(context.listDeclaration()));
        } else if (context.letDeclaration() != null) {
            return Optional.of(let(context.letDeclaration()));
        } else if (context.viewDeclaration() != null) {
            return Optional.of(view(context.viewDeclaration()));
        } else if (context.decisionDeclaration() != null) {
            return Optional.of(decision(context.decisionDeclaration()));
        } else if (context.testDeclaration() != null) {
            return Optional.of(test(context.testDeclaration()));
        }
        return Optional.of(rule(context.ruleDeclaration()));
    }

    private Declaration event(EventDeclarationContext context) {
        Optional<DurationValue> lateAfter = Optional.empty();
        if (context.lateness() != null && context.lateness().exception == null) {
            int unreadable = expressions.unreadable();
            DurationValue duration = expressions.duration(context.lateness().duration());
            lateAfter = expressions.unreadable() == unreadable ? Optional.of(duration) : Optional.empty();
        }
        return new EventDeclaration(
                expressions.name(context.word()),
                fields(context.eventBody()),
                lateAfter,
                words(context),
                recovery.isDamaged(context),
                positions.of(context));
    }

    private List<FieldSyntax> fields(EventBodyContext body) {
        List<FieldSyntax> fields = new ArrayList<>();
        for (FieldContext field : body.field()) {
            if (field.exception == null) {
                fields.add(field(field));
            }
        }
        return fields;
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
        List<Clause> clauses = readable(context.ruleBody().clause(), clauseBuilder::clause);
        boolean damaged = recovery.isDamaged(context)
                || clauses.size() < context.ruleBody().clause().size();
        return new RuleDeclaration(
                expressions.name(context.word()),
                title(context.title),
                clauses,
                words(context),
                damaged,
                positions.of(context));
    }

    private Declaration view(ViewDeclarationContext context) {
        List<ViewClause> clauses = readable(context.viewBody().viewClause(), clauseBuilder::viewClause);
        boolean damaged = recovery.isDamaged(context)
                || clauses.size() < context.viewBody().viewClause().size();
        return new ViewDeclaration(
                expressions.name(context.word()),
                title(context.title),
                clauses,
                words(context),
                damaged,
                positions.of(context));
    }

    private Declaration decision(DecisionDeclarationContext context) {
        List<BranchSyntax> branches = readable(context.decisionBody().branch(), clauseBuilder::branch);
        boolean damaged = recovery.isDamaged(context)
                || branches.size() < context.decisionBody().branch().size();
        return new DecisionDeclaration(
                expressions.name(context.word(0)),
                title(context.title),
                expressions.name(context.event),
                clauseBuilder.key(context.keyPart()),
                branches,
                words(context),
                damaged,
                positions.of(context));
    }

    private Declaration test(TestDeclarationContext context) {
        List<TestLine> lines = readable(context.testBody().testLine(), clauseBuilder::testLine);
        boolean damaged = recovery.isDamaged(context)
                || lines.size() < context.testBody().testLine().size();
        Name title =
                new Name(literals.text(context.title).orElse(context.title.getText()), positions.of(context.title));
        return new TestDeclaration(
                title, expressions.name(context.word()), lines, words(context), damaged, positions.of(context));
    }

    private Declaration table(TableDeclarationContext context) {
        return new TableDeclaration(
                expressions.name(context.word()),
                clauseBuilder.names(context.words(0)),
                context.feeds == null ? List.of() : clauseBuilder.names(context.feeds),
                fields(context.eventBody()),
                expiry(context.expiry()),
                words(context),
                recovery.isDamaged(context),
                positions.of(context));
    }

    private Declaration list(ListDeclarationContext context) {
        return new ListDeclaration(
                expressions.name(context.word()),
                type(context.type()),
                expiry(context.expiry()),
                words(context),
                recovery.isDamaged(context),
                positions.of(context));
    }

    private Declaration let(LetDeclarationContext context) {
        return new LetDeclaration(
                expressions.name(context.word(0)),
                Optional.ofNullable(context.event).map(expressions::name),
                expressions.expression(context.expression()),
                words(context),
                recovery.isDamaged(context),
                positions.of(context));
    }

    private Optional<DurationValue> expiry(ExpiryContext contextOrNull) {
        return contextOrNull == null || contextOrNull.exception != null
                ? Optional.empty()
                : Optional.of(expressions.duration(contextOrNull.duration()));
    }

    private Optional<TextLine> title(Token tokenOrNull) {
        return Optional.ofNullable(tokenOrNull)
                .flatMap(token -> literals.text(token).map(text -> new TextLine(text, positions.of(token))));
    }

    /** Those without a piece that could not be read: half a clause is not what somebody meant to write. */
    private <C extends ParserRuleContext, N> List<N> readable(List<C> contexts, Function<C, N> builder) {
        List<N> nodes = new ArrayList<>();
        for (C context : contexts) {
            if (!recovery.isDamaged(context)) {
                int unreadable = expressions.unreadable();
                N node = builder.apply(context);
                if (expressions.unreadable() == unreadable) {
                    nodes.add(node);
                }
            }
        }
        return nodes;
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
}
