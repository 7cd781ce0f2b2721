package io.tripline.engine.core;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Reactions.Reaction;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateParts;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateUnreadableException;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.table.ReferenceChange;
import io.tripline.engine.table.ReferenceData;
import io.tripline.engine.time.SourceClocks;
import io.tripline.engine.time.SourceMark;
import io.tripline.engine.view.RowChange;
import io.tripline.engine.view.RowSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Finds the matches and the rows of a rule set in a stream of events, and does what its rules say.
 *
 * <p>What it gives out depends on its inputs and their order alone. The outcomes of one input are in the order of {@link
 * OutcomeOrder}. An engine is used by one thread at a time; several engines, each a {@link Partition} of the keys, share
 * nothing and together give what one would give.
 *
 * <p>An input goes its way in this order: the rules look at it, then the decisions, then the deadlines that it has made
 * pass; then their effects are done, in the order of the outcomes; then the events that these have made go the same way,
 * one after the other, and with them the rows of views that rules look at.
 */
public final class Engine {

    /** Of the events one in so many, to find what share of the time a rule takes; a power of two. */
    private static final int TIMED_ONE_IN = 256;

    /** Of so many rules, one after the other, the states are looked at whenever the meters are read. */
    private static final int RULES_SAMPLED = 100;

    private final Partition partition;
    private final LongSupplier stopwatch;
    private final SourceClocks clocks;
    private final ReferenceData data = new ReferenceData();
    private final ActiveRules rules;
    private final ActiveViews views;
    private final Effects effects;
    private final Reactions reactions = new Reactions();
    private final ActiveView.Listener rows = this::rowChanged;
    private final Scope scope = new Scope();
    private final LookAhead lookAhead = new LookAhead();

    /** With the rows of views. */
    private EventCatalog catalog = EventCatalog.EMPTY;

    /** Names of views whose rows somebody looks at. */
    private Set<String> viewsSeen = Set.of();

    private DueRules due = new DueRules(0);
    private long[] lateAfterNanos = new long[0];
    /** By type, whether only rules look at its events, each at its own keys. */
    private boolean[] forRulesOnly = new boolean[0];

    private long longestLateAfterNanos;
    private int sampled;
    private long lateEvents;
    private long missingKeyEvents;

    /** An engine without rules. */
    public Engine(Partition partition, EngineLimits limits) {
        this(partition, limits, () -> 0);
    }

    /**
     * An engine without rules.
     *
     * @param stopwatch gives nanoseconds since some moment: it takes the time that rules need, for {@link #meters}; nothing else depends on it
     */
    public Engine(Partition partition, EngineLimits limits, LongSupplier stopwatch) {
        this.partition = partition;
        this.stopwatch = stopwatch;
        this.clocks = new SourceClocks(limits.idleSourceInputs());
        this.rules = new ActiveRules(partition, limits, data);
        this.views = new ActiveViews(partition, limits);
        this.effects = new Effects(limits, data);
    }

    /**
     * From now on this rule set holds. A rule or view whose version is the same goes on with its state; a new or changed one
     * starts empty; one that is gone is forgotten, and its alerts and rows stand. Lists and tables that are declared as before
     * keep their content.
     *
     * @param sequence position of the change in the journal
     * @param catalog the events that follow are written with it
     * @param plan has the schemas of the catalogue
     * @param out gets what the change causes
     */
    public void rulesChanged(long sequence, EventCatalog catalog, RuleSetPlan plan, Consumer<Outcome> out) {
        rulesChanged(sequence, catalog, plan, RuleStarts.EMPTY, Optional.empty(), out);
    }

    /**
     * As above, but some of the new or changed rules know the past. What they have found in it is not told any more; what
     * has begun in it and is completed from here on is.
     *
     * @param starts which rules, and how
     * @param warmed an engine of the same partition that has these rules, and has seen the inputs since {@code warmFrom};
     *     it is not to be used any more. Present where any rule is warmed
     */
    public void rulesChanged(
            long sequence,
            EventCatalog catalog,
            RuleSetPlan plan,
            RuleStarts starts,
            Optional<Engine> warmed,
            Consumer<Outcome> out) {
        ActiveRules.Past past = new ActiveRules.Past(starts, warmed.map(engine -> engine.rules));
        change(sequence, withRows(catalog, plan), plan, past, out);
    }

    private static EventCatalog withRows(EventCatalog catalog, RuleSetPlan plan) {
        return catalog.with(plan.views().stream().map(RowSchema::of).toList());
    }

    /** @param newCatalog with the rows of views, which nobody can send */
    private void change(
            long sequence, EventCatalog newCatalog, RuleSetPlan plan, ActiveRules.Past past, Consumer<Outcome> out) {
        catalog = newCatalog;
        List<String> forgotten = data.declare(plan, catalog);
        if (partition.isFirst()) {
            forgotten.forEach(list -> out.accept(new Outcome.ListForgotten(sequence, list)));
        }
        effects.declare(catalog);
        rules.change(catalog, plan, past);
        views.change(catalog, plan.views(), rules::isDerived);
        viewsSeen = views.isEmpty() ? Set.of() : EventsSeen.by(plan);
        ActiveRule[] delayed = rules.delayed();
        due = new DueRules(delayed.length);
        for (int i = 0; i < delayed.length; i++) {
            delayed[i].setNumberAmongDelayed(i);
            due.set(i, delayed[i].nextWakeNanos());
        }
        lateAfterNanos = catalog.layouts().stream()
                .mapToLong(layout -> layout.schema().lateAfterNanos())
                .toArray();
        longestLateAfterNanos = Arrays.stream(lateAfterNanos).max().orElse(0);
        forRulesOnly = new boolean[lateAfterNanos.length];
        for (int type = 0; type < forRulesOnly.length; type++) {
            forRulesOnly[type] = views.isEmpty()
                    && !data.isFedBy(type)
                    && rules.deciders(type).isEmpty()
                    && rules.ownKeyed(type).isEmpty();
        }
    }

    /**
     * Lists and tables are changed from outside, for the inputs behind this one.
     *
     * @param sequence position of the changes in the journal
     * @param changes of what is declared
     * @param out gets what changes on lists
     */
    public void referencesChanged(long sequence, List<ReferenceChange> changes, Consumer<Outcome> out) {
        for (ReferenceChange change : changes) {
            long untilNanos = data.change(change, sequence);
            if (partition.isFirst() && change instanceof ReferenceChange.AddToList add) {
                out.accept(new Outcome.ListChanged(sequence, 0, "", add.list(), add.value(), true, untilNanos));
            } else if (partition.isFirst() && change instanceof ReferenceChange.RemoveFromList remove) {
                out.accept(new Outcome.ListChanged(sequence, 0, "", remove.list(), remove.value(), false, untilNanos));
            }
        }
        pruneNowAndThen(sequence);
    }

    /**
     * Says which events will arrive next, so that what is known of their keys can be fetched for many at a time. Need not be
     * said, and changes nothing in what the engine gives out.
     *
     * @param catalog the current one
     * @param bytes holds them one behind the other
     * @param start where the first begins
     * @param end where the last ends
     * @return for how many something was fetched, at least 1: say it again when they have arrived
     */
    public int eventsFollow(EventCatalog catalog, byte[] bytes, int start, int end) {
        return lookAhead.look(rules, catalog, bytes, start, end);
    }

    /**
     * An event of the current catalogue has arrived.
     *
     * @param event may be moved on after the call; what is kept of it is a copy
     * @param out gets what it causes
     */
    public void eventArrived(Event event, Consumer<Outcome> out) {
        int type = event.typeIndex();
        boolean inTime = clocks.arrive(event.source(), event.sequence(), event.timeNanos(), lateAfterNanos[type]);
        begin(event.sequence());
        if (inTime && forRulesOnly[type]) {
            lookAsRules(event);
            if (reactions.isEmpty() && due.areNone(clocks.passedNanos())) {
                return;
            }
            timePassed();
            handOver(out);
        } else if (inTime) {
            look(event);
            decide(event, true);
            timePassed();
            handOver(out);
            data.feed(event);
        } else {
            lookAtLate(event, out);
            decide(event, false);
        }
        conclude(out);
    }

    /**
     * Time has come to an event time without an event: deadlines before it pass. No event is late because of it; one that
     * comes with an earlier time is put in its place, and what it disproves is retracted.
     *
     * @param sequence position of the clock tick in the journal
     * @param timeNanos nanoseconds since 1970; {@link Long#MAX_VALUE} when no event will come any more
     * @param out gets what it causes
     */
    public void timeAdvanced(long sequence, long timeNanos, Consumer<Outcome> out) {
        clocks.advance(timeNanos);
        begin(sequence);
        timePassed();
        conclude(out);
    }

    private void begin(long sequence) {
        reactions.begin(sequence, 0);
        effects.begin(sequence, clocks.passedBeforeNanos());
    }

    /** Everybody who may be concerned looks at the event. */
    private void look(Event event) {
        scope.showMoving(event);
        List<ActiveRule> ownKeyed = rules.ownKeyed(event.typeIndex());
        for (int i = 0; i < ownKeyed.size(); i++) {
            ownKeyed.get(i).takeByOwnKeys(scope, clocks);
        }
        lookAsRules(event);
        for (int i = 0; i < ownKeyed.size(); i++) {
            goOverStale(ownKeyed.get(i));
        }
        views.eventArrived(scope, clocks, rows);
    }

    private void lookAsRules(Event event) {
        scope.showMoving(event);
        Watchers concerned = rules.watchers(event.typeIndex());
        int count = concerned.find(scope);
        for (int i = 0; i < count; i++) {
            look(concerned.found(i));
        }
        if (partition.isFirst()) {
            missingKeyEvents += concerned.missingKeys(event);
        }
    }

    private void look(Watch watch) {
        ActiveRule rule = watch.rule();
        if ((reactions.sequence() & TIMED_ONE_IN - 1) == 0) {
            long before = stopwatch.getAsLong();
            rule.eventArrived(watch.use(), scope, clocks, reactions);
            rule.counts().timed(stopwatch.getAsLong() - before);
        } else {
            rule.eventArrived(watch.use(), scope, clocks, reactions);
        }
        noteWake(rule);
    }

    private void noteWake(ActiveRule rule) {
        if (rule.program().isDelayed()) {
            due.set(rule.numberAmongDelayed(), rule.nextWakeNanos());
        }
    }

    private void lookAtLate(Event event, Consumer<Outcome> out) {
        if (partition.isFirst()) {
            lateEvents++;
            out.accept(new Outcome.Late(event.sequence(), event.retained()));
        }
        scope.showMoving(event);
        rules.watchersOfLate(event.typeIndex()).forEach(this::look);
    }

    private void timePassed() {
        views.timePassed(clocks, reactions.sequence(), rows);
        passDeadlines(false);
    }

    /** Deadlines of rules that look at derived events pass when these have come: they may be before the deadlines. */
    private void passDeadlines(boolean ofThoseWhoLookAtDerived) {
        long passedNanos = clocks.passedNanos();
        for (int number = due.next(0, passedNanos);
                number != DueRules.NONE;
                number = due.next(number + 1, passedNanos)) {
            ActiveRule rule = rules.delayed()[number];
            if (rule.looksAtDerived() == ofThoseWhoLookAtDerived) {
                rule.timePassed(clocks, scope, reactions);
                due.set(number, rule.nextWakeNanos());
            }
        }
    }

    /** Effects are done until nothing comes of them any more. */
    private void conclude(Consumer<Outcome> out) {
        drain(out);
        views.timePassedOfDerived(clocks, reactions.sequence(), effects.ordinal(), rows);
        drain(out);
        passDeadlines(true);
        drain(out);
        pruneNowAndThen(reactions.sequence());
    }

    private void drain(Consumer<Outcome> out) {
        handOver(out);
        while (effects.next(out)) {
            reactions.begin(reactions.sequence(), effects.ordinal());
            List<ActiveRule> bereft = takeBack(effects.goneOrNull());
            Event derived = effects.eventOrNull();
            if (derived != null) {
                look(derived);
                decide(derived, true);
            }
            bereft.forEach(this::goOverStale);
            handOver(out);
            if (derived != null) {
                data.feed(derived);
            }
        }
    }

    /** An event that everybody has looked at has never been; gives those that may have to do with it. */
    private List<ActiveRule> takeBack(Event goneOrNull) {
        if (goneOrNull == null) {
            return List.of();
        }
        List<ActiveRule> bereft = new ArrayList<>();
        scope.showRetained(goneOrNull);
        Watchers concerned = rules.watchers(goneOrNull.typeIndex());
        int count = concerned.find(scope);
        for (int i = 0; i < count; i++) {
            Watch watch = concerned.found(i);
            watch.rule().eventGone(watch.use(), scope, reactions);
            bereft.add(watch.rule());
        }
        return bereft;
    }

    private void goOverStale(ActiveRule rule) {
        rule.goOverStale(scope, clocks, reactions);
        noteWake(rule);
    }

    private void rowChanged(long sequence, int ordinal, RowChange change) {
        reactions.say(
                change instanceof RowChange.Withdrawn
                        ? new Outcome.RowWithdrawn(sequence, ordinal, change.row())
                        : new Outcome.RowPublished(sequence, ordinal, change.row()));
        if (viewsSeen.contains(change.row().view())) {
            effects.rowChanged(change);
        }
    }

    /** What is late is decided on by itself: it is in no window. */
    private void decide(Event event, boolean inTime) {
        List<Watch> deciders = rules.deciders(event.typeIndex());
        if (deciders.isEmpty()) {
            return;
        }
        scope.showMoving(event);
        scope.showTotalScore(reactions.points());
        for (Watch watch : deciders) {
            if (!inTime || watch.use().key().isMissing(event)) {
                watch.rule().eventArrivedAlone(watch.use(), scope, clocks, reactions);
            } else {
                watch.rule().eventArrived(watch.use(), scope, clocks, reactions);
            }
        }
    }

    private void handOver(Consumer<Outcome> out) {
        BigDecimal score = reactions.takePoints();
        if (reactions.isEmpty()) {
            return;
        }
        List<Reaction> all = reactions.takeAll();
        for (Reaction reaction : all) {
            if (reaction.firingOrNull() == null || reaction.firingOrNull().raisesAlert()) {
                out.accept(reaction.outcome());
            }
        }
        for (Reaction reaction : all) {
            if (reaction.firingOrNull() != null) {
                Firing firing = reaction.firingOrNull();
                rules.counts(firing.alert().rule()).match(firing.alert().atNanos());
                effects.apply(firing, score, refusal -> told(refusal, out));
            }
        }
    }

    private void told(Outcome outcome, Consumer<Outcome> out) {
        if (outcome instanceof Outcome.EffectRefused refused) {
            rules.counts(refused.rule()).refusedEffect();
        }
        out.accept(outcome);
    }

    private void pruneNowAndThen(long sequence) {
        if (data.isWorthPruning()) {
            prune(sequence);
        }
    }

    private void prune(long sequence) {
        long oldestSequence = sequence;
        long oldestNanos = Math.min(clocks.settledNanos(longestLateAfterNanos), clocks.passedBeforeNanos());
        for (ActiveRule rule : rules.all()) {
            Event first = rule.looksUp() ? rule.settleAll(clocks, scope) : null;
            if (first != null) {
                oldestSequence = Math.min(oldestSequence, first.sequence());
                oldestNanos = Math.min(oldestNanos, first.timeNanos());
            }
        }
        data.prune(oldestSequence, oldestNanos);
    }

    /** How each rule and decision is doing, in the order of their names; decisions behind rules. */
    public List<RuleMeter> meters() {
        StateWriter sample = new StateWriter(catalog);
        for (int i = 0; i < Math.min(RULES_SAMPLED, rules.all().size()); i++) {
            sampled = sampled + 1 < rules.all().size() ? sampled + 1 : 0;
            rules.all().get(sampled).sampleStates(sample);
        }
        return rules.all().stream().map(ActiveRule::meter).toList();
    }

    /** How far each source has come, by its number; the same in all partitions. */
    public List<SourceMark> sourceMarks() {
        return clocks.marks();
    }

    public EngineStatistics statistics() {
        long keys = 0;
        long partialMatches = 0;
        long dropped = rules.droppedByRulesGone();
        for (ActiveRule rule : rules.all()) {
            keys += rule.keyCount();
            partialMatches += rule.partialMatches();
            dropped += rule.droppedPartialMatches();
        }
        return new EngineStatistics(
                keys,
                partialMatches,
                dropped,
                lateEvents,
                missingKeyEvents,
                clocks.watermarkNanos(),
                views.windows(),
                views.leftOutEvents());
    }

    /**
     * Writes all that the engine knows, between two inputs. Nothing changes by it. Engines that have seen the same inputs,
     * or have read the state of one that has, write the same.
     *
     * @param parts gets it; {@link EngineReading} reads it
     */
    public void writeState(StateParts parts) {
        EngineSnapshot snapshot = beginSnapshot(parts);
        while (!snapshot.writeSome(Integer.MAX_VALUE)) {
            // Rule after rule.
        }
        snapshot.failure().ifPresent(failure -> {
            throw failure;
        });
    }

    /**
     * Begins to write all that the engine knows now, between two inputs. Further inputs may come while it is written; what
     * they change is written as it is now. There is one at a time.
     */
    public EngineSnapshot beginSnapshot(StateParts parts) {
        EngineState state = new EngineState(catalog, parts);
        writeWhole(state.begin(EngineState.ENGINE));
        state.end();
        return new EngineSnapshot(state, rules.all());
    }

    private void writeWhole(StateWriter out) {
        effects.checkIdle();
        rules.writeState(out);
        clocks.writeState(out);
        data.writeState(out);
        rules.all().forEach(rule -> rule.writeState(out));
        views.writeState(out);
        out.number(lateEvents).number(missingKeyEvents);
    }

    /** An engine that has seen nothing becomes what was written; gives its rules, whose keys are still to be read. */
    List<ActiveRule> readWhole(EventCatalog newCatalog, RuleSetPlan plan, byte[] bytes, int length) {
        StateReader in = new StateReader(withRows(newCatalog, plan), bytes, 0, length);
        rules.readState(in);
        change(0, withRows(newCatalog, plan), plan, ActiveRules.Past.NONE, outcome -> {
            throw new StateUnreadableException("rules alone say " + outcome);
        });
        clocks.readState(in);
        data.readState(in);
        rules.all().forEach(rule -> rule.readState(in));
        views.readState(in);
        lateEvents = in.number();
        missingKeyEvents = in.number();
        in.end();
        return rules.all();
    }

    EventCatalog catalog() {
        return catalog;
    }

    public Partition partition() {
        return partition;
    }

    /** The keys are read: what time alone will do is known. */
    void keysAreRead() {
        for (ActiveRule rule : rules.delayed()) {
            noteWake(rule);
        }
    }
}
