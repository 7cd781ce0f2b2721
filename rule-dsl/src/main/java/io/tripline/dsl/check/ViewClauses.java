package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.syntax.Declaration.ViewDeclaration;
import io.tripline.dsl.syntax.ViewClause;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The clauses of a view by kind: which have to be there, none twice. */
final class ViewClauses {

    private final Map<Class<? extends ViewClause>, ViewClause> byKind = new LinkedHashMap<>();
    private boolean inDoubt;

    private ViewClauses() {}

    static ViewClauses of(ViewDeclaration view, Diagnostics diagnostics) {
        ViewClauses clauses = new ViewClauses();
        clauses.inDoubt = view.damaged();
        for (ViewClause clause : view.clauses()) {
            ViewClause first = clauses.byKind.putIfAbsent(clause.getClass(), clause);
            if (first != null) {
                clauses.inDoubt = true;
                diagnostics.error(
                        DiagnosticCode.DUPLICATE_CLAUSE,
                        clause.span(),
                        "this view has more than one `" + clause.keyword() + "`",
                        "the other is in line " + first.span().startLine());
            }
        }
        if (!view.damaged()) {
            clauses.needs(ViewClause.From.class, view, diagnostics, "from", "add `from Event by field`");
            clauses.needs(ViewClause.Window.class, view, diagnostics, "window", "add `window tumbling 1m`");
            clauses.needs(ViewClause.Select.class, view, diagnostics, "select", "add `select count() as events`");
        }
        return clauses;
    }

    private void needs(
            Class<? extends ViewClause> kind, ViewDeclaration view, Diagnostics diagnostics, String word, String hint) {
        if (!byKind.containsKey(kind)) {
            inDoubt = true;
            diagnostics.error(
                    DiagnosticCode.MISSING_CLAUSE,
                    view.name().span(),
                    "view `" + view.name().text() + "` has no `" + word + "`",
                    hint);
        }
    }

    /** Whether there is, or may be, more in the view than these clauses say, or less than there has to be. */
    boolean inDoubt() {
        return inDoubt;
    }

    <T extends ViewClause> Optional<T> find(Class<T> kind) {
        return Optional.ofNullable(byKind.get(kind)).map(kind::cast);
    }
}
