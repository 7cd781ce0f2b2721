package io.tripline.dsl.check;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TestPlan;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.DecisionDeclaration;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.Declaration.TestDeclaration;
import io.tripline.dsl.syntax.Name;
import io.tripline.dsl.syntax.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a whole rule set and plans it. What rules are made of comes first, then rules, then what is said of all of them
 * together, so the order of files and of declarations does not matter.
 */
public final class RuleSetChecker {

    private final List<ParsedFile> files;
    private final CompilerLimits limits;
    private final Diagnostics diagnostics = new Diagnostics();

    private RuleSetChecker(List<ParsedFile> files, CompilerLimits limits) {
        this.files = files;
        this.limits = limits;
    }

    /** What the files say, or everything that is wrong with them. */
    public static Compilation check(List<ParsedFile> files, CompilerLimits limits) {
        return new RuleSetChecker(files, limits).check();
    }

    private Compilation check() {
        List<Declaration> declarations =
                files.stream().flatMap(file -> file.declarations().stream()).toList();
        DeclarationsChecker foundations = new DeclarationsChecker(files, declarations, diagnostics, limits);
        foundations.check();
        List<RulePlan> rules = new ArrayList<>();
        List<DecisionPlan> decisions = new ArrayList<>();
        Map<String, Map<String, FieldType>> keys = new HashMap<>();
        for (Declaration declaration : declarations) {
            if (declaration instanceof RuleDeclaration rule) {
                RuleChecker.check(rule, foundations.context(), foundations.contents())
                        .ifPresent(rules::add);
            } else if (declaration instanceof DecisionDeclaration decision) {
                new DecisionChecker(decision, foundations.context())
                        .check(foundations.contents())
                        .ifPresent(decisions::add);
            }
        }
        rules.forEach(rule -> keys.put(rule.name(), keyTypes(rule)));
        List<TestPlan> tests = tests(declarations, foundations, keys);
        boolean parsed =
                files.stream().flatMap(file -> file.diagnostics().stream()).noneMatch(Diagnostic::isError);
        if (parsed && diagnostics.toList().stream().noneMatch(Diagnostic::isError)) {
            // Where something is wrong, it is not known what it would have used or done.
            warnOfTheWhole(declarations, foundations, rules);
        }
        rules.sort(Comparator.comparing(RulePlan::name));
        decisions.sort(Comparator.comparing(DecisionPlan::name));
        List<Diagnostic> all = inOrder();
        boolean failed = all.stream().anyMatch(Diagnostic::isError);
        return new Compilation(
                failed
                        ? Optional.empty()
                        : Optional.of(new RuleSetPlan(
                                foundations.events(),
                                foundations.tables(),
                                foundations.lists(),
                                foundations.views(),
                                rules,
                                decisions,
                                tests)),
                reported(all));
    }

    private void warnOfTheWhole(List<Declaration> declarations, DeclarationsChecker foundations, List<RulePlan> rules) {
        Map<String, Name> names = new HashMap<>();
        declarations.stream()
                .filter(RuleDeclaration.class::isInstance)
                .forEach(declaration -> names.put(declaration.name().text(), declaration.name()));
        UnusedNames.warn(declarations, foundations.declared().used(), diagnostics);
        SuperfluousRules.warn(rules, names, diagnostics);
        DerivedCircles.warn(rules, foundations.views(), names, diagnostics);
    }

    private static Map<String, FieldType> keyTypes(RulePlan rule) {
        Map<String, FieldType> types = new LinkedHashMap<>();
        rule.key().parts().forEach(part -> types.put(part.name(), part.type()));
        return types;
    }

    private static List<TestPlan> tests(
            List<Declaration> declarations, DeclarationsChecker foundations, Map<String, Map<String, FieldType>> keys) {
        Map<String, TestSubject> subjects = TestChecker.subjects(declarations, keys);
        List<TestPlan> tests = new ArrayList<>();
        for (Declaration declaration : declarations) {
            if (declaration instanceof TestDeclaration test) {
                new TestChecker(test, foundations.context(), subjects).check().ifPresent(tests::add);
            }
        }
        return tests;
    }

    /** As many as people can do something about; errors are never left out for warnings. */
    private List<Diagnostic> reported(List<Diagnostic> all) {
        if (all.size() <= limits.diagnostics()) {
            return all;
        }
        List<Diagnostic> errors = all.stream().filter(Diagnostic::isError).toList();
        List<Diagnostic> first = errors.isEmpty() ? all : errors;
        return first.subList(0, Math.min(first.size(), limits.diagnostics()));
    }

    private List<Diagnostic> inOrder() {
        Map<String, Integer> place = new HashMap<>();
        List<Diagnostic> all = new ArrayList<>();
        for (ParsedFile file : files) {
            place.putIfAbsent(file.file().name(), place.size());
            all.addAll(file.diagnostics());
        }
        all.addAll(diagnostics.toList());
        all.sort(Comparator.<Diagnostic>comparingInt(
                        diagnostic -> place.getOrDefault(diagnostic.span().file(), place.size()))
                .thenComparingInt(diagnostic -> diagnostic.span().startOffset())
                .thenComparingInt(diagnostic -> diagnostic.span().endOffset()));
        return all;
    }
}
