package io.tripline.dsl.check;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.syntax.Name;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is found out while one rule is checked: its windows, the event types it looks at, and what there is to say. */
final class RuleContext {

    private final EventTypes events;
    private final Diagnostics diagnostics;
    private final CompilerLimits limits;
    private final Literals literals;
    private final FeatureTable features = new FeatureTable();
    private final Map<String, EventShape> lookedAt = new TreeMap<>();
    private final Set<String> unknownEvents = new HashSet<>();
    private final Set<String> saidOfNames = new HashSet<>();

    RuleContext(EventTypes events, Diagnostics diagnostics, CompilerLimits limits) {
        this.events = events;
        this.diagnostics = diagnostics;
        this.limits = limits;
        this.literals = new Literals(diagnostics, limits);
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
        if (saidOfNames.add(ofType ? message : name.text())) {
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
        return features;
    }

    /** The event types the rule looks at, by name. */
    Map<String, EventShape> lookedAt() {
        return lookedAt;
    }

    /** The event type, which the rule then looks at; empty when it is not known, which is said once in a rule. */
    Optional<EventShape> lookAt(Name name) {
        if (unknownEvents.contains(name.text())) {
            return Optional.empty();
        }
        Optional<EventShape> shape = events.find(name, diagnostics);
        shape.ifPresentOrElse(known -> lookedAt.put(known.name(), known), () -> unknownEvents.add(name.text()));
        return shape;
    }
}
