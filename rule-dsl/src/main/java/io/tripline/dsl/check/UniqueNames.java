package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.TestDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names are unique over all kinds of declarations; the titles of tests among the tests of one thing. */
final class UniqueNames {

    private UniqueNames() {}

    /** The names that are defined more than once, which is reported. */
    static Set<String> definedTwice(List<Declaration> declarations, Diagnostics diagnostics) {
        Set<String> names = new HashSet<>();
        Map<String, Declaration> first = new HashMap<>();
        for (Declaration declaration : declarations) {
            String name = declaration.name().text();
            boolean test = declaration instanceof TestDeclaration;
            String key = test ? ((TestDeclaration) declaration).subject().text() + " " + name : name;
            Declaration other = first.putIfAbsent(key, declaration);
            if (other != null) {
                names.add(name);
                SourceSpan there = other.name().span();
                diagnostics.error(
                        DiagnosticCode.DUPLICATE_NAME,
                        declaration.name().span(),
                        test ? "there is a test of this title already" : "`" + name + "` is defined more than once",
                        "the other is in " + there.file() + ", line " + there.startLine());
            }
        }
        return names;
    }

    /** What a declaration is called: {@code a table}. */
    static String kind(Declaration declaration) {
        if (declaration instanceof Declaration.EventDeclaration) {
            return "an event type";
        } else if (declaration instanceof Declaration.TableDeclaration) {
            return "a table";
        } else if (declaration instanceof Declaration.ListDeclaration) {
            return "a list";
        } else if (declaration instanceof Declaration.LetDeclaration) {
            return "a `let`";
        } else if (declaration instanceof Declaration.ViewDeclaration) {
            return "a view";
        } else if (declaration instanceof Declaration.DecisionDeclaration) {
            return "a decision";
        }
        return declaration instanceof Declaration.RuleDeclaration ? "a rule" : "a test";
    }
}
