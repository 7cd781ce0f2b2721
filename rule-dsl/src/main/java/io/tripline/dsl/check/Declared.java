package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.syntax.Name;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a rule set declares, as its expressions see it, and what of it is used. For one compilation, used by one thread.
 *
 * <p>A name that is not known is reported once in the whole set: most often what is wrong is the one place where it is
 * declared.
 */
final class Declared {

    private final EventTypes events;
    private final Map<String, TableShape> tables = new TreeMap<>();
    private final Map<String, ListShape> lists = new TreeMap<>();
    private final Lets lets = new Lets();
    private final OnDemand onDemand;
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, String> timeFields = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> saidUnknown = new HashSet<>();

    Declared(EventTypes events, OnDemand onDemand) {
        this.events = events;
        this.onDemand = onDemand;
    }

    EventTypes events() {
        return events;
    }

    Map<String, TableShape> tables() {
        return tables;
    }

    Map<String, ListShape> lists() {
        return lists;
    }

    Lets lets() {
        return lets;
    }

    /** Says which field is the time of an event type. */
    void timeField(String event, String field) {
        timeFields.put(event, field);
    }

    Optional<String> timeField(String event) {
        return Optional.ofNullable(timeFields.get(event));
    }

    /** Says what kind of thing a name is: {@code a table}. */
    void kind(String name, String kind) {
        kinds.putIfAbsent(name, kind);
    }

    /** What kind of thing a name is; empty when nothing is declared by it. */
    Optional<String> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    Set<String> used() {
        return used;
    }

    /**
     * Notes that something is used, and sees to it that it has been checked.
     *
     * @return whether it has; not when it is made of what uses it
     */
    boolean use(String name, RuleContext by) {
        used.add(name);
        by.use(name);
        return onDemand.ensure(name);
    }

    /** The event type, or the view with such rows; empty when there is none, which is said. */
    Optional<EventShape> event(Name name, RuleContext by) {
        if (events.has(name.text())) {
            use(name.text(), by);
            return Optional.ofNullable(events.shapes().get(name.text()));
        }
        explain(
                DiagnosticCode.UNKNOWN_EVENT,
                name,
                "event type",
                events.shapes().keySet(),
                "declare it: `event " + name.text() + " { … }`",
                by.diagnostics());
        return Optional.empty();
    }

    Optional<TableShape> table(Name name, RuleContext by) {
        Optional<TableShape> table = Optional.ofNullable(tables.get(name.text()));
        table.ifPresentOrElse(
                found -> use(name.text(), by),
                () -> explain(
                        DiagnosticCode.UNKNOWN_TABLE,
                        name,
                        "table",
                        tables.keySet(),
                        "declare it: `table " + name.text() + " key id { id string … }`",
                        by.diagnostics()));
        return table;
    }

    Optional<ListShape> list(Name name, RuleContext by) {
        Optional<ListShape> list = Optional.ofNullable(lists.get(name.text()));
        list.ifPresentOrElse(
                found -> use(name.text(), by),
                () -> explain(
                        DiagnosticCode.UNKNOWN_LIST,
                        name,
                        "list",
                        lists.keySet(),
                        "declare it: `list " + name.text() + " of string`",
                        by.diagnostics()));
        return list;
    }

    private void explain(
            DiagnosticCode code,
            Name name,
            String noun,
            Collection<String> allowed,
            String declare,
            Diagnostics diagnostics) {
        String text = name.text();
        if (events.mayBeUnread(text) || !saidUnknown.add(noun + " " + text)) {
            return;
        }
        Optional<String> kind = kind(text);
        diagnostics.error(
                code,
                name.span(),
                kind.map(other -> "`" + text + "` is " + other + ", and " + article(noun) + " is needed here")
                        .orElse("there is no " + noun + " `" + text + "`"),
                kind.isPresent()
                        ? Optional.empty()
                        : DidYouMean.hint(text, allowed).or(() -> Optional.of(declare)));
    }

    private static String article(String noun) {
        return (noun.startsWith("e") ? "an " : "a ") + noun;
    }
}
