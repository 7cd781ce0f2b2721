package io.tripline.dsl.evolution;

import io.tripline.dsl.evolution.Change.Compatibility;
import io.tripline.dsl.evolution.Change.Kind;
import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.plan.ListPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TablePlan;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.schema.EventSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Compares two rule sets.
 *
 * <p>A change is compatible when what is there goes on to work: whoever sends events of the old form, reads rows and alerts,
 * and the state that is kept. Whatever else is breaking, with the names of what it breaks. A pure function.
 */
public final class RuleSetComparison {

    private final RuleSetPlan before;
    private final RuleSetPlan after;
    private final Users users;
    private final List<Change> changes = new ArrayList<>();

    private RuleSetComparison(RuleSetPlan before, RuleSetPlan after) {
        this.before = before;
        this.after = after;
        this.users = new Users(before);
    }

    /** What is different: event types, tables, lists, views, rules, decisions, each in the order of their names. */
    public static List<Change> compare(RuleSetPlan before, RuleSetPlan after) {
        RuleSetComparison comparison = new RuleSetComparison(before, after);
        comparison.compare();
        return List.copyOf(comparison.changes);
    }

    private void compare() {
        each("event type", before.events(), after.events(), EventSchema::name, this::event);
        each("table", before.tables(), after.tables(), TablePlan::name, this::table);
        each("list", before.lists(), after.lists(), ListPlan::name, this::list);
        each("view", before.views(), after.views(), ViewPlan::name, this::view);
        each("rule", before.rules(), after.rules(), RulePlan::name, this::rule);
        each("decision", before.decisions(), after.decisions(), DecisionPlan::name, this::decision);
    }

    private <T> void each(
            String noun, List<T> olds, List<T> news, Function<T, String> name, BiConsumer<T, T> compareBoth) {
        Map<String, T> oldByName = byName(olds, name);
        Map<String, T> newByName = byName(news, name);
        TreeSet<String> names = new TreeSet<>(oldByName.keySet());
        names.addAll(newByName.keySet());
        for (String each : names) {
            Optional<T> old = Optional.ofNullable(oldByName.get(each));
            Optional<T> now = Optional.ofNullable(newByName.get(each));
            if (old.isEmpty()) {
                add(Kind.ADDED, each, "", Compatibility.COMPATIBLE, noun + " " + each + " is new", List.of());
            } else if (now.isEmpty()) {
                removed(noun, each);
            } else {
                compareBoth.accept(old.get(), now.get());
            }
        }
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        Map<String, T> byName = new TreeMap<>();
        all.forEach(one -> byName.put(name.apply(one), one));
        return byName;
    }

    private void removed(String noun, String name) {
        // A rule takes its alerts with it and nothing else; of the others somebody may send or read something.
        boolean rule = noun.equals("rule");
        add(
                Kind.REMOVED,
                name,
                "",
                rule ? Compatibility.COMPATIBLE : Compatibility.BREAKING,
                noun + " " + name + " is gone",
                rule ? List.of() : users.of(name));
    }

    private void event(EventSchema old, EventSchema now) {
        String name = old.name();
        new FieldComparison(name, users, changes).compare(old.fields(), now.fields());
        String oldId = old.idField().isPresent()
                ? old.fields().get(old.idField().getAsInt()).name()
                : "none";
        String newId = now.idField().isPresent()
                ? now.fields().get(now.idField().getAsInt()).name()
                : "none";
        mark(name, "id", oldId, newId);
        mark(
                name,
                "time",
                old.fields().get(old.timeField()).name(),
                now.fields().get(now.timeField()).name());
        if (old.lateAfterNanos() != now.lateAfterNanos()) {
            boolean longer = now.lateAfterNanos() > old.lateAfterNanos();
            add(
                    Kind.TIME_LIMIT_CHANGED,
                    name,
                    "",
                    longer ? Compatibility.COMPATIBLE : Compatibility.BREAKING,
                    "events of " + name + " may come " + (longer ? "later" : "less late") + " than before",
                    longer ? List.of() : users.of(name));
        }
    }

    private void mark(String name, String mark, String old, String now) {
        if (!old.equals(now)) {
            add(
                    Kind.MARK_CHANGED,
                    name,
                    now,
                    Compatibility.BREAKING,
                    "the @" + mark + " of " + name + " was " + old + " and is " + now,
                    users.of(name));
        }
    }

    private void table(TablePlan old, TablePlan now) {
        String name = old.name();
        new FieldComparison(name, users, changes).compare(old.fields(), now.fields());
        List<String> oldKey = old.keyFields().stream()
                .map(field -> old.fields().get(field).name())
                .toList();
        List<String> newKey = now.keyFields().stream()
                .map(field -> now.fields().get(field).name())
                .toList();
        if (!oldKey.equals(newKey)) {
            add(
                    Kind.KEY_CHANGED,
                    name,
                    "",
                    Compatibility.BREAKING,
                    "the key of " + name + " was " + words(oldKey) + " and is " + words(newKey),
                    users.of(name));
        }
        if (!old.expiryNanos().equals(now.expiryNanos())) {
            add(
                    Kind.TIME_LIMIT_CHANGED,
                    name,
                    "",
                    Compatibility.COMPATIBLE,
                    "rows of " + name + " expire at another time",
                    List.of());
        }
        if (!old.feeds().equals(now.feeds()) || !old.timeField().equals(now.timeField())) {
            add(
                    Kind.EDITED,
                    name,
                    "",
                    Compatibility.COMPATIBLE,
                    "rows of " + name + " are written by other events, or in another order",
                    List.of());
        }
    }

    private void list(ListPlan old, ListPlan now) {
        if (!old.element().equals(now.element())) {
            boolean widened = FieldComparison.isWider(old.element(), now.element());
            add(
                    Kind.TYPE_CHANGED,
                    old.name(),
                    "",
                    widened ? Compatibility.COMPATIBLE : Compatibility.BREAKING,
                    old.name() + " was a list of " + old.element().display() + " and is one of "
                            + now.element().display(),
                    widened ? List.of() : users.of(old.name()));
        }
        if (!old.expiryNanos().equals(now.expiryNanos())) {
            add(
                    Kind.TIME_LIMIT_CHANGED,
                    old.name(),
                    "",
                    Compatibility.COMPATIBLE,
                    "entries of " + old.name() + " expire at another time",
                    List.of());
        }
    }

    private void view(ViewPlan old, ViewPlan now) {
        String name = old.name();
        new FieldComparison(name, users, changes)
                .compareOutput(old.row().fields(), now.row().fields());
        List<String> oldGroups = old.groups().stream().map(ViewPlan.Group::name).toList();
        List<String> newGroups = now.groups().stream().map(ViewPlan.Group::name).toList();
        if (!oldGroups.equals(newGroups)) {
            add(
                    Kind.KEY_CHANGED,
                    name,
                    "",
                    Compatibility.BREAKING,
                    "the groups of " + name + " were " + words(oldGroups) + " and are " + words(newGroups),
                    users.of(name));
        } else if (!old.window().equals(now.window())) {
            add(
                    Kind.EDITED,
                    name,
                    "window",
                    Compatibility.BREAKING,
                    "the rows of " + name + " are about other windows than before",
                    users.of(name));
        } else if (!old.version().equals(now.version())) {
            add(Kind.EDITED, name, "", Compatibility.COMPATIBLE, "view " + name + " is edited", List.of());
        }
    }

    private void rule(RulePlan old, RulePlan now) {
        if (!old.key().parts().equals(now.key().parts())) {
            // Alerts are known by their key: what reads them, and what is silenced for a key, does not find it again.
            add(
                    Kind.KEY_CHANGED,
                    old.name(),
                    "",
                    Compatibility.BREAKING,
                    "the key of " + old.name() + " was " + words(parts(old.key())) + " and is "
                            + words(parts(now.key())),
                    List.of(old.name()));
        } else if (!old.version().equals(now.version())) {
            add(Kind.EDITED, old.name(), "", Compatibility.COMPATIBLE, "rule " + old.name() + " is edited", List.of());
        }
    }

    private void decision(DecisionPlan old, DecisionPlan now) {
        TreeSet<String> gone = new TreeSet<>(verdicts(old));
        gone.removeAll(verdicts(now));
        TreeSet<String> more = new TreeSet<>(verdicts(now));
        more.removeAll(verdicts(old));
        if (!old.event().equals(now.event())) {
            add(
                    Kind.EDITED,
                    old.name(),
                    "",
                    Compatibility.BREAKING,
                    old.name() + " was on " + old.event() + " and is on " + now.event(),
                    List.of(old.name()));
        } else if (!more.isEmpty()) {
            // Whoever acts on a verdict does not know the new one.
            add(
                    Kind.EDITED,
                    old.name(),
                    more.first(),
                    Compatibility.BREAKING,
                    old.name() + " can say " + words(List.copyOf(more)) + ", which it could not",
                    List.of(old.name()));
        } else if (!old.version().equals(now.version())) {
            String message = gone.isEmpty()
                    ? "decision " + old.name() + " is edited"
                    : old.name() + " no longer says " + words(List.copyOf(gone));
            add(Kind.EDITED, old.name(), "", Compatibility.COMPATIBLE, message, List.of());
        }
    }

    private static List<String> verdicts(DecisionPlan decision) {
        List<String> verdicts = new ArrayList<>(
                decision.branches().stream().map(DecisionPlan.Branch::verdict).toList());
        verdicts.add(decision.otherwise());
        return verdicts;
    }

    private static List<String> parts(KeyPlan key) {
        return key.parts().stream().map(KeyPlan.Part::name).toList();
    }

    private static String words(List<String> names) {
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private void add(
            Kind kind, String subject, String part, Compatibility compatibility, String message, List<String> breaks) {
        changes.add(new Change(kind, subject, part, compatibility, message, breaks));
    }
}
