package io.tripline.engine.backtest;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.engine.backtest.BacktestSpec.Rules;
import io.tripline.engine.backtest.LabelSource.Target;
import io.tripline.engine.host.RulesRejectedException;
import io.tripline.engine.host.RunnableRules;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalReader;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A backtest as somebody asks for it.
 *
 * @param candidate the rules in question
 * @param compared the rules they are compared with
 * @param rules names of the rules whose alerts count; where none is named, those that are new, changed or gone beside
 *     what they are compared with, or all where none is
 */
public record BacktestRequest(
        RuleSource candidate,
        Optional<RuleSource> compared,
        List<String> rules,
        BacktestRange range,
        ZoneId zone,
        Optional<LabelSource> labels) {

    public BacktestRequest {
        rules = List.copyOf(rules);
    }

    /**
     * The request as it can be run over a journal.
     *
     * @throws BacktestException when it cannot
     * @throws RulesRejectedException when rules do not compile
     */
    public BacktestSpec over(JournalReader journal) {
        BacktestRange.Sequences sequences = range.in(journal);
        RuleSetPlan inForce = plan(new RuleSource.InForce(), journal);
        Rules one = rules(candidate, journal);
        Optional<Rules> other = compared.map(source -> rules(source, journal));
        labels.ifPresent(source -> check(source, inForce));
        return new BacktestSpec(
                one, other, names(one, other, inForce), sequences.from(), sequences.through(), zone, labels);
    }

    private static Rules rules(RuleSource source, JournalReader journal) {
        return source instanceof RuleSource.AsItWas ? new Rules.AsItWas() : new Rules.These(plan(source, journal));
    }

    private static RuleSetPlan plan(RuleSource source, JournalReader journal) {
        Compilation compilation = RunnableRules.compile(files(source, journal));
        return compilation.plan().orElseThrow(() -> new RulesRejectedException(compilation.diagnostics()));
    }

    private static List<SourceFile> files(RuleSource source, JournalReader journal) {
        if (source instanceof RuleSource.Files given) {
            return given.files();
        } else if (source instanceof RuleSource.Revision revision) {
            return revision(revision.number(), journal);
        }
        List<SourceFile> inForce = journal.rulesAt(journal.lastSequence())
                .map(JournalEntry.Rules::files)
                .orElse(List.of());
        return source instanceof RuleSource.Changed changed ? with(inForce, changed.files()) : inForce;
    }

    private static List<SourceFile> with(List<SourceFile> inForce, List<SourceFile> changed) {
        TreeMap<String, SourceFile> byName = new TreeMap<>();
        inForce.forEach(file -> byName.put(file.name(), file));
        changed.forEach(file -> byName.put(file.name(), file));
        return List.copyOf(byName.values());
    }

    private static List<SourceFile> revision(long number, JournalReader journal) {
        Optional<JournalEntry.Rules> entry = journal.rulesAt(journal.lastSequence());
        long newest = entry.map(JournalEntry.Rules::revision).orElse(0L);
        while (entry.isPresent()
                && entry.get().revision() > number
                && entry.get().firstSequence() > journal.firstSequence()) {
            entry = journal.rulesAt(entry.get().firstSequence() - 1);
        }
        return entry.filter(found -> found.revision() == number)
                .map(JournalEntry.Rules::files)
                .orElseThrow(() -> new BacktestException(
                        "the journal holds no revision " + number + " of the rules; the newest is " + newest));
    }

    private Set<String> names(Rules one, Optional<Rules> other, RuleSetPlan inForce) {
        TreeSet<String> known = new TreeSet<>();
        RuleSetPlan candidates = one instanceof Rules.These these ? these.plan() : inForce;
        candidates.rules().forEach(rule -> known.add(rule.name()));
        for (String name : rules) {
            if (!known.contains(name) && !(one instanceof Rules.AsItWas)) {
                throw new BacktestException("there is no rule '" + name + "' in the rules to be tested"
                        + DidYouMean.hint(name, known).map(hint -> "; " + hint).orElse(""));
            }
        }
        if (!rules.isEmpty()) {
            return new TreeSet<>(rules);
        }
        return one instanceof Rules.These these && other.isPresent() && other.get() instanceof Rules.These others
                ? different(versions(these.plan()), versions(others.plan()))
                : Set.of();
    }

    private static Map<String, String> versions(RuleSetPlan plan) {
        Map<String, String> versions = new TreeMap<>();
        plan.rules().forEach(rule -> versions.put(rule.name(), rule.version()));
        return versions;
    }

    /** Names of the rules that are new, changed, or gone. */
    private static Set<String> different(Map<String, String> these, Map<String, String> others) {
        Set<String> names = new TreeSet<>(these.keySet());
        names.addAll(others.keySet());
        names.removeIf(name -> Objects.equals(these.get(name), others.get(name)));
        return names;
    }

    private static void check(LabelSource source, RuleSetPlan plan) {
        EventSchema label = event(plan, source.type());
        requireField(label, source.field());
        source.only().ifPresent(only -> requireField(label, only.field()));
        if (source.target() instanceof Target.MatchedEvent matched) {
            matched.type().ifPresent(type -> event(plan, type));
        }
    }

    private static EventSchema event(RuleSetPlan plan, String name) {
        List<String> names = plan.events().stream().map(EventSchema::name).toList();
        return plan.events().stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BacktestException("there is no event type '" + name + "' in the rules in force"
                        + DidYouMean.hint(name, names).map(hint -> "; " + hint).orElse("")));
    }

    private static void requireField(EventSchema event, String name) {
        if (event.field(name).isEmpty()) {
            List<String> names = event.fields().stream().map(FieldSchema::name).toList();
            throw new BacktestException(event.name() + " has no field '" + name + "'"
                    + DidYouMean.hint(name, names).map(hint -> "; " + hint).orElse(""));
        }
    }
}
