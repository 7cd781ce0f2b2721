package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.syntax.Declaration;
import java.util.List;
import java.util.Set;

/** Warns of names that nothing uses: those of events, views and decisions are for what is outside of the rule set too. */
final class UnusedNames {

    private UnusedNames() {}

    static void warn(List<Declaration> declarations, Set<String> used, Diagnostics diagnostics) {
        for (Declaration declaration : declarations) {
            boolean needsUse = declaration instanceof Declaration.LetDeclaration
                    || declaration instanceof Declaration.ListDeclaration
                    || declaration instanceof Declaration.TableDeclaration;
            if (needsUse && !used.contains(declaration.name().text())) {
                diagnostics.warning(
                        DiagnosticCode.UNUSED_NAME,
                        declaration.name().span(),
                        "nothing uses `" + declaration.name().text() + "`",
                        "leave it out");
            }
        }
    }
}
