package io.tripline.dsl.check;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.syntax.Declaration.LetDeclaration;
import io.tripline.dsl.syntax.ExpressionSyntax;
import io.tripline.dsl.syntax.Name;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is found out while one rule, or another declaration, is checked: its windows, the event types it looks at, what
 * it uses, and what there is to say.
 */
final class RuleContext {

    /** More names for one thing are not followed. */
    private static final int MOST_NAMES = 60;

    /** What is found out, whoever it is said to. */
    private static final class Findings {
        private final FeatureTable features = new FeatureTable();
        private final Map<String, EventShape> lookedAt = new TreeMap<>();
        private final Set<String> unknownEvents = new HashSet<>();
        private final Set<String> saidOfNames = new HashSet<>();
        private final SortedSet<String> used = new TreeSet<>();
        private int pieces;
    }

    private final Declared declared;
    private final Diagnostics diagnostics;
    private final CompilerLimits limits;
    private final Literals literals;
    private final Findings findings;
    private final boolean insideOfLet;

    RuleContext(Declared declared, Diagnostics diagnostics, CompilerLimits limits) {
        this(declared, diagnostics, limits, new Findings(), false);
    }

    private RuleContext(
            Declared declared, Diagnostics diagnostics, CompilerLimits limits, Findings findings, boolean insideOfLet) {
        this.declared = declared;
        this.diagnostics = diagnostics;
        this.limits = limits;
        this.literals = new Literals(diagnostics, limits);
        this.findings = findings;
        this.insideOfLet = insideOfLet;
    }

    /** The same for the value of a let that is put in: what there is to say is said to somebody else. */
    RuleContext insideOfLet(Diagnostics other) {
        return new RuleContext(declared, other, limits, findings, true);
    }

    Declared declared() {
        return declared;
    }

    Lets lets() {
        return declared.lets();
    }

    /** What stands for this expression: the value, where it is the name of a let that is not of an event type. */
    ExpressionSyntax expand(ExpressionSyntax syntax) {
        ExpressionSyntax expanded = syntax;
        for (int i = 0; i < MOST_NAMES && expanded instanceof ExpressionSyntax.Bare bare; i++) {
            Optional<LetDeclaration> let = lets().find(bare.name().text())
                    .filter(found -> found.event().isEmpty());
            if (let.isEmpty()) {
                break;
            }
            declared.use(bare.name().text(), this);
            expanded = let.get().value();
        }
        return expanded;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /**
     * Reports an error about a name, once in a rule for all places where it stands: most often what is wrong is the one
     * place where the name is given.
     */
    void unknown(DiagnosticCode code, Name name, String message, Optional<String> hint) {
        boolean ofType = code == DiagnosticCode.UNKNOWN_FIELD;
        if (findings.saidOfNames.add(ofType ? message : name.text())) {
            diagnostics.error(code, name.span(), message, hint);
        }
    }

    CompilerLimits limits() {
        return limits;
    }

    Literals literals() {
        return literals;
    }

    FeatureTable features() {
        return findings.features;
    }

    /** The event types the rule looks at by its own key, by name. */
    Map<String, EventShape> lookedAt() {
        return findings.lookedAt;
    }

    /** The names of all declarations it uses, the event types too. */
    SortedSet<String> used() {
        return findings.used;
    }

    void use(String name) {
        findings.used.add(name);
    }

    /** How many pieces the lets that were put in have. */
    int pieces() {
        return findings.pieces;
    }

    /** Counts the pieces of a let that is put in, those of the lets in it too; false when there are too many. */
    boolean countPieces(int more, int most) {
        if (insideOfLet) {
            return true;
        }
        findings.pieces += more;
        return findings.pieces <= most;
    }

    /** The event type, which the rule then looks at; empty when it is not known, which is said once. */
    Optional<EventShape> lookAt(Name name) {
        Optional<EventShape> shape = touch(name);
        shape.ifPresent(known -> findings.lookedAt.put(known.name(), known));
        return shape;
    }

    /** The event type, which the rule looks at by another key than its own. */
    Optional<EventShape> lookAtByOtherKey(Name name) {
        return touch(name);
    }

    /** The event type, which the rule makes or its values are checked with. */
    Optional<EventShape> touch(Name name) {
        if (findings.unknownEvents.contains(name.text())) {
            return Optional.empty();
        }
        Optional<EventShape> shape = declared.event(name, this);
        if (shape.isEmpty()) {
            findings.unknownEvents.add(name.text());
        }
        return shape;
    }
}
