package io.tripline.dsl.check;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.check.EventChecker.CheckedEvent;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.Declaration.EventDeclaration;
import io.tripline.dsl.syntax.Declaration.RuleDeclaration;
import io.tripline.dsl.syntax.ParsedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks a whole rule set and plans it. Event types come first, then rules, so the order of files and of declarations
 * does not matter.
 */
public final class RuleSetChecker {

    private final List<ParsedFile> files;
    private final CompilerLimits limits;
    private final Diagnostics diagnostics = new Diagnostics();
    private final TreeMap<String, EventShape> shapes = new TreeMap<>();
    private final TreeMap<String, EventSchema> schemas = new TreeMap<>();
    private final List<RulePlan> rules = new ArrayList<>();

    private RuleSetChecker(List<ParsedFile> files, CompilerLimits limits) {
        this.files = files;
        this.limits = limits;
    }

    /** What the files say, or everything that is wrong with them. */
    public static Compilation check(List<ParsedFile> files, CompilerLimits limits) {
        return new RuleSetChecker(files, limits).check();
    }

    private Compilation check() {
        Set<String> definedTwice = definedTwice();
        Set<String> unreadNames = new HashSet<>();
        files.forEach(file -> unreadNames.addAll(file.unreadNames()));
        for (Declaration declaration : declarations()) {
            if (declaration instanceof EventDeclaration event) {
                CheckedEvent checked = EventChecker.check(event, diagnostics, limits);
                EventShape shape = checked.shape();
                // Which of two was meant is not known, so nothing is said about fields that the one has not.
                boolean complete = shape.complete() && !definedTwice.contains(shape.name());
                shapes.putIfAbsent(shape.name(), new EventShape(shape.name(), shape.fields(), complete));
                checked.schema().ifPresent(schema -> schemas.putIfAbsent(schema.name(), schema));
            }
        }
        for (Declaration declaration : declarations()) {
            if (!(declaration instanceof EventDeclaration) && !(declaration instanceof RuleDeclaration)) {
                diagnostics.error(
                        DiagnosticCode.NOT_RUNNABLE,
                        declaration.name().span(),
                        "this compiler can compile events and rules only");
            }
        }
        EventTypes events = new EventTypes(shapes, unreadNames, files.stream().anyMatch(ParsedFile::nameLost));
        for (Declaration declaration : declarations()) {
            if (declaration instanceof RuleDeclaration rule) {
                RuleChecker.check(rule, events, schemas, diagnostics, limits).ifPresent(rules::add);
            }
        }
        rules.sort(Comparator.comparing(RulePlan::name));
        List<Diagnostic> all = inOrder();
        boolean failed = all.stream().anyMatch(Diagnostic::isError);
        return new Compilation(
                failed
                        ? Optional.empty()
                        : Optional.of(new RuleSetPlan(
                                List.copyOf(schemas.values()),
                                List.of(),
                                List.of(),
                                List.of(),
                                rules,
                                List.of(),
                                List.of())),
                reported(all));
    }

    private List<Declaration> declarations() {
        return files.stream().flatMap(file -> file.declarations().stream()).toList();
    }

    /** The names that are defined more than once, which is reported. */
    private Set<String> definedTwice() {
        Set<String> names = new HashSet<>();
        Map<String, Declaration> first = new HashMap<>();
        for (Declaration declaration : declarations()) {
            String name = declaration.name().text();
            Declaration other = first.putIfAbsent(name, declaration);
            if (other != null) {
                names.add(name);
                SourceSpan there = other.name().span();
                diagnostics.error(
                        DiagnosticCode.DUPLICATE_NAME,
                        declaration.name().span(),
                        "`" + name + "` is defined more than once",
                        "the other is in " + there.file() + ", line " + there.startLine());
            }
        }
        return names;
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
