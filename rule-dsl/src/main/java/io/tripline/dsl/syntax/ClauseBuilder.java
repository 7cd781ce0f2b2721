package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.syntax.KeyPartSyntax.KeyField;
import io.tripline.dsl.syntax.grammar.TriplineParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Parse trees of the clauses of rules, views, decisions and tests to syntax records. */
final class ClauseBuilder {

    private final SourcePositions positions;
    private final LiteralReader literals;
    private final ExpressionBuilder expressions;
    private final PatternBuilder patterns;

    ClauseBuilder(SourcePositions positions, LiteralReader literals, ExpressionBuilder expressions) {
        this.positions = positions;
        this.literals = literals;
        this.expressions = expressions;
        this.patterns = new PatternBuilder(positions, expressions);
    }

    Clause clause(ClauseContext context) {
        SourceSpan span = positions.of(context);
        if (context instanceof SeverityClauseContext severity) {
            return new Clause.Severity(expressions.name(severity.word()), span);
        } else if (context instanceof TagsClauseContext tags) {
            return new Clause.Tags(names(tags.words()), span);
        } else if (context instanceof ByClauseContext by) {
            return new Clause.By(key(by.keyPart()), span);
        } else if (context instanceof OnClauseContext on) {
            return new Clause.On(patterns.step(on.step()), on.LATE() != null, span);
        } else if (context instanceof WhenClauseContext when) {
            return new Clause.When(expressions.expression(when.expression()), span);
        } else if (context instanceof MatchClauseContext match) {
            return new Clause.Match(patterns.pattern(match.pattern()), span);
        } else if (context instanceof WithoutClauseContext without) {
            return new Clause.Without(
                    patterns.filtered(without.filtered()),
                    expressions.name(without.word(0)),
                    expressions.name(without.word(1)),
                    span);
        } else if (context instanceof WithinClauseContext within) {
            return new Clause.Within(expressions.duration(within.duration()), span);
        } else if (context instanceof OnceClauseContext once) {
            return new Clause.OncePer(expressions.duration(once.duration()), span);
        } else if (context instanceof OverlappingClauseContext) {
            return new Clause.Overlapping(span);
        } else if (context instanceof SkipClauseContext skip) {
            return new Clause.SkipTo(expressions.name(skip.place), expressions.name(skip.target), span);
        } else if (context instanceof FinalClauseContext) {
            return new Clause.Final(span);
        }
        return action(context, span);
    }

    private Clause action(ClauseContext context, SourceSpan span) {
        if (context instanceof EmitClauseContext emit) {
            return new Clause.Emit(expressions.name(emit.word()), assignments(emit.record()), span);
        } else if (context instanceof AddClauseContext add) {
            return new Clause.Add(
                    expressions.expression(add.expression()),
                    expressions.name(add.word()),
                    Optional.ofNullable(add.duration()).map(expressions::duration),
                    span);
        } else if (context instanceof RemoveClauseContext remove) {
            return new Clause.Remove(
                    expressions.expression(remove.expression()), expressions.name(remove.word()), span);
        } else if (context instanceof ScoreClauseContext score) {
            return new Clause.Score(expressions.expression(score.expression()), span);
        }
        return new Clause.Alert(template(((AlertClauseContext) context).template()), span);
    }

    ViewClause viewClause(ViewClauseContext context) {
        SourceSpan span = positions.of(context);
        if (context instanceof FromClauseContext from) {
            List<ColumnSyntax> groups = new ArrayList<>();
            for (GroupContext group : from.group()) {
                groups.add(column(group, group.expression(), group.word()));
            }
            return new ViewClause.From(patterns.filtered(from.filtered()), groups, span);
        } else if (context instanceof WindowClauseContext window) {
            return new ViewClause.Window(
                    expressions.name(window.kind),
                    expressions.duration(window.duration(0)),
                    window.EVERY() == null ? Optional.empty() : Optional.of(expressions.duration(window.duration(1))),
                    Optional.ofNullable(window.STRING()).flatMap(zone -> literals.text(zone.getSymbol())
                            .map(text -> new TextLine(text, positions.of(zone.getSymbol())))),
                    span);
        } else if (context instanceof SelectClauseContext select) {
            List<ColumnSyntax> columns = new ArrayList<>();
            for (ColumnContext column : select.column()) {
                columns.add(column(column, column.expression(), column.word()));
            }
            return new ViewClause.Select(columns, span);
        }
        return new ViewClause.Having(expressions.expression(((HavingClauseContext) context).expression()), span);
    }

    private ColumnSyntax column(ParserRuleContext whole, ExpressionContext value, WordContext nameOrNull) {
        return new ColumnSyntax(
                expressions.expression(value),
                Optional.ofNullable(nameOrNull).map(expressions::name),
                positions.of(whole));
    }

    BranchSyntax branch(BranchContext context) {
        SourceSpan span = positions.of(context);
        if (context instanceof VerdictContext verdict) {
            return new BranchSyntax(
                    expressions.name(verdict.word()), Optional.of(expressions.expression(verdict.expression())), span);
        }
        return new BranchSyntax(expressions.name(((OtherwiseContext) context).word()), Optional.empty(), span);
    }

    TestLine testLine(TestLineContext context) {
        SourceSpan span = positions.of(context);
        if (context instanceof GivenLineContext given) {
            return new TestLine.Given(
                    expressions.name(given.word()),
                    assignments(given.record()),
                    given.count == null ? 1 : LiteralReader.count(given.count),
                    Optional.ofNullable(given.duration()).map(expressions::duration),
                    span);
        } else if (context instanceof EntryLineContext entry) {
            return new TestLine.Entry(
                    expressions.expression(entry.expression()),
                    expressions.name(entry.word()),
                    Optional.ofNullable(entry.duration()).map(expressions::duration),
                    span);
        }
        ExpectedLineContext expected = (ExpectedLineContext) context;
        return new TestLine.Expected(
                expected.NO() != null,
                expressions.name(expected.word()),
                expected.record() == null ? List.of() : assignments(expected.record()),
                Optional.ofNullable(expected.expression()).map(expressions::expression),
                span);
    }

    List<KeyPartSyntax> key(List<KeyPartContext> parts) {
        List<KeyPartSyntax> key = new ArrayList<>();
        for (KeyPartContext part : parts) {
            List<KeyField> fields = new ArrayList<>();
            for (KeyFieldContext field : part.keyField()) {
                fields.add(new KeyField(expressions.name(field.word(0)), expressions.name(field.word(1))));
            }
            key.add(new KeyPartSyntax(expressions.name(part.word()), fields, positions.of(part)));
        }
        return key;
    }

    List<Name> names(WordsContext words) {
        return words.word().stream().map(expressions::name).toList();
    }

    private List<AssignmentSyntax> assignments(RecordContext context) {
        List<AssignmentSyntax> assignments = new ArrayList<>();
        for (AssignmentContext assignment : context.assignment()) {
            assignments.add(new AssignmentSyntax(
                    expressions.name(assignment.word()),
                    expressions.expression(assignment.expression()),
                    positions.of(assignment)));
        }
        return assignments;
    }

    private List<TemplatePart> template(TemplateContext context) {
        List<TemplatePart> parts = new ArrayList<>();
        for (PieceContext part : context.piece()) {
            SourceSpan span = positions.of(part);
            if (part instanceof ValuePartContext value) {
                parts.add(new TemplatePart.Value(expressions.expression(value.expression()), span));
            } else {
                literals.templateText(part.getStart()).ifPresent(text -> parts.add(new TemplatePart.Text(text, span)));
            }
        }
        return parts;
    }
}
