package io.tripline.dsl.format;

import io.tripline.dsl.format.Gap.Cell;
import io.tripline.dsl.format.Gap.Line;
import io.tripline.dsl.format.Gap.Plain;
import io.tripline.dsl.format.Gap.Soft;
import io.tripline.dsl.syntax.grammar.TriplineParser.*;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Where declarations have lines and columns: a clause, a field, a verdict or a test's event on each. */
final class DeclarationGaps {

    private static final int INDENT = 2;
    private static final Soft IN_RECORD = new Soft(5, true, -1, true);

    private final Gaps gaps;
    private final ExpressionGaps expressions;
    private int tables;

    DeclarationGaps(Gaps gaps) {
        this.gaps = gaps;
        this.expressions = new ExpressionGaps(gaps);
    }

    void lay(RuleFileContext file) {
        boolean shortBefore = false;
        for (DeclarationContext declaration : file.declaration()) {
            boolean isShort = declaration.listDeclaration() != null || declaration.letDeclaration() != null;
            gaps.set(declaration.getStart(), new Line(0, !(isShort && shortBefore), false));
            shortBefore = isShort;
            declaration(declaration);
        }
        gaps.set(file.EOF().getSymbol(), new Line(0, false, true));
    }

    private void declaration(DeclarationContext declaration) {
        if (declaration.eventDeclaration() != null) {
            fields(declaration.eventDeclaration().eventBody());
        } else if (declaration.tableDeclaration() != null) {
            fields(declaration.tableDeclaration().eventBody());
        } else if (declaration.letDeclaration() != null) {
            let(declaration.letDeclaration());
        } else if (declaration.ruleDeclaration() != null) {
            RuleBodyContext body = declaration.ruleDeclaration().ruleBody();
            lines(body.LBRACE(), body.clause(), body.RBRACE());
            body.clause().forEach(this::clause);
        } else if (declaration.viewDeclaration() != null) {
            ViewBodyContext body = declaration.viewDeclaration().viewBody();
            lines(body.LBRACE(), body.viewClause(), body.RBRACE());
            body.viewClause().forEach(clause -> expressions.lay(clause, 0));
        } else if (declaration.decisionDeclaration() != null) {
            decision(declaration.decisionDeclaration());
        } else if (declaration.testDeclaration() != null) {
            test(declaration.testDeclaration().testBody());
        } else {
            expressions.lay(declaration, 0);
        }
    }

    private void let(LetDeclarationContext let) {
        gaps.setBehind(let.ASSIGN().getSymbol(), new Soft(0, true, -1, true));
        expressions.lay(let.expression(), 1);
    }

    private void fields(EventBodyContext body) {
        lines(body.LBRACE(), body.field(), body.RBRACE());
        int table = tables++;
        for (FieldContext field : body.field()) {
            gaps.set(field.type().getStart(), new Cell(table, 0, Plain.SPACE));
            if (!field.mark().isEmpty()) {
                gaps.set(field.mark(0).getStart(), new Cell(table, 1, Plain.SPACE));
            }
            expressions.lay(field, 0);
        }
    }

    private void clause(ClauseContext clause) {
        if (clause instanceof MatchClauseContext match) {
            PatternContext pattern = match.pattern();
            pattern.THEN().forEach(then -> gaps.set(then.getSymbol(), new Line(2 * INDENT, false, false)));
            pattern.getRuleContexts(ParserRuleContext.class).forEach(part -> expressions.lay(part, 0));
        } else if (clause instanceof EmitClauseContext emit) {
            record(emit.record());
        } else {
            expressions.lay(clause, 0);
            if (clause instanceof AlertClauseContext) {
                gaps.keepOnOneLine(clause);
            }
        }
    }

    private void decision(DecisionDeclarationContext decision) {
        decision.keyPart().forEach(part -> expressions.lay(part, 0));
        DecisionBodyContext body = decision.decisionBody();
        lines(body.LBRACE(), body.branch(), body.RBRACE());
        int table = tables++;
        for (BranchContext branch : body.branch()) {
            if (branch instanceof VerdictContext verdict) {
                gaps.set(verdict.WHEN().getSymbol(), new Cell(table, 0, Plain.SPACE));
            }
            expressions.lay(branch, 0);
        }
    }

    private void test(TestBodyContext body) {
        lines(body.LBRACE(), body.testLine(), body.RBRACE());
        String shapeBefore = "";
        for (TestLineContext line : body.testLine()) {
            RecordContext record = line.getRuleContext(RecordContext.class, 0);
            if (record == null) {
                expressions.lay(line, 0);
                shapeBefore = "";
                continue;
            }
            record(record);
            line.getRuleContexts(ExpressionContext.class).forEach(at -> expressions.lay(at, 0));
            String shape = line instanceof GivenLineContext given ? shape(given) : "";
            if (shape.isEmpty() || !shape.equals(shapeBefore)) {
                tables++;
            }
            shapeBefore = shape;
            if (!shape.isEmpty()) {
                record.assignment().stream()
                        .skip(1)
                        .forEach(value -> gaps.set(
                                value.getStart(),
                                new Cell(tables, record.assignment().indexOf(value), IN_RECORD)));
            }
        }
        tables++;
    }

    /** The type and the fields: lines that have the same can have columns. */
    private static String shape(GivenLineContext given) {
        StringBuilder shape = new StringBuilder(given.word().getText());
        given.record().assignment().forEach(value -> shape.append(' ')
                .append(value.word().getText()));
        return shape.toString();
    }

    private void record(RecordContext record) {
        gaps.breakInside(
                record.LBRACE().getSymbol(), record.RBRACE().getSymbol(), IN_RECORD.level(), IN_RECORD.spaced());
        for (AssignmentContext value : record.assignment()) {
            gaps.set(value.getStart(), IN_RECORD);
            expressions.lay(value.expression(), IN_RECORD.level() + 1);
        }
    }

    private void lines(TerminalNode open, List<? extends ParserRuleContext> units, TerminalNode close) {
        Token end = close.getSymbol();
        if (units.isEmpty() && !gaps.hasComment(open.getSymbol(), end)) {
            gaps.set(end, Plain.NONE);
            return;
        }
        units.forEach(unit -> gaps.set(unit.getStart(), new Line(INDENT, false, false)));
        gaps.set(end, new Line(0, false, true));
    }
}
