package io.tripline.engine.core;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TriggerPlan.OnEvent;
import io.tripline.engine.core.History.Arrival;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.program.Ban;
import io.tripline.engine.program.Program;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateUnreadableException;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.time.SourceClocks;
import io.tripline.engine.window.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;

/** A rule at work: its keys, and when time alone will do something for them. */
final class ActiveRule {

    /** Looking at a place costs as much as finding a key, and an event that adds no key need not make up for one. */
    private static final int ARRIVALS_FOR_A_PLACE = 8;

    /** The states of so many keys have room in a processor's second cache. */
    private static final int KEYS_NEAR = 2_000;

    private final Program program;
    private final RuleTies ties;
    private final OwnKeys ownKeys;
    private final RuleRunner runner;
    private final KeyWalk walk;
    private RuleParts parts;
    private final AlertId ids;
    private final Placement placement;
    private final boolean looksAtLate;
    private boolean looksAtDerived;
    private final List<TypeUse> uses = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private final KeyTable keys = new KeyTable();
    private final Consumer<KeyState> beforeChange = this::beforeChange;
    private final Wakes wakes = new Wakes();
    private final RuleCounts counts = new RuleCounts();
    private final StateSample sample = new StateSample();
    private final List<KeyState> stale = new ArrayList<>();
    /** As it is told: of the version that holds, while {@code program} may be of one before that knew the same. */
    private RulePlan told;
    /** Every partition sees every event, so one of them counts. */
    private final boolean countsEvents;

    private final RuleProgress nothing;
    /** Whether every event is decided by itself, so that no key needs a state. */
    private final boolean stateless;

    private final long longestLateAfterNanos;
    private final long reachNanos;
    private int place;
    private int numberAmongDelayed;
    private long arrivals;
    private final MatchLimit limit;

    ActiveRule(
            Program program,
            RuleTies ties,
            EventCatalog catalog,
            Placement placement,
            Predicate<String> isDerived,
            EngineLimits limits,
            AlertId ids) {
        this.program = program;
        this.ties = ties;
        this.told = program.rule();
        this.ids = ids;
        this.ownKeys = new OwnKeys(program);
        this.runner = new RuleRunner(program, ownKeys, limits);
        this.limit = new MatchLimit(
                program, keys, limits.partialMatchesPerRule(), limits.partialMatchesPerKey(), beforeChange);
        FiringWriter firings = new FiringWriter(program, ids);
        this.walk = new KeyWalk(program, runner, ownKeys, firings);
        this.parts = new RuleParts(program, runner.features(), uses, ownKeys, firings);
        this.placement = placement;
        this.countsEvents = placement.partition().isFirst();
        this.nothing = new RuleProgress(program, runner.features());
        long lateAfter = 0;
        boolean derived = false;
        for (EventLayout layout : catalog.layouts()) {
            if (TypeUse.exists(layout.name(), program)) {
                TypeUse use = new TypeUse(layout.schema(), program);
                uses.add(use);
                watches.add(new Watch(this, use));
            }
            if (TypeUse.exists(layout.name(), program) || ownKeys.looksAt(layout.name())) {
                lateAfter = Math.max(lateAfter, layout.schema().lateAfterNanos());
                derived |= isDerived.test(layout.name());
            }
        }
        this.longestLateAfterNanos = lateAfter;
        this.looksAtDerived = derived;
        this.looksAtLate = program.rule().trigger() instanceof OnEvent on && on.late();
        this.stateless = program.matchesSingleEvents() && program.features().length == 0 && !runner.hasOncePer();
        this.reachNanos = reach(program);
    }

    /** How long after its last event a key's state may still matter; partial matches without a bound aside. */
    static long reach(Program program) {
        long reach = program.rule().oncePerNanos().orElse(0);
        for (Feature feature : program.features()) {
            reach = Math.max(reach, feature.reachNanos());
        }
        for (Ban ban : program.leading()) {
            reach = Math.max(reach, ban.forNanos());
        }
        long deadline = program.terms().deadline().map(Ban::forNanos).orElse(0L);
        return Math.max(reach, deadline + (program.withinNanos() == Program.UNBOUNDED ? 0 : program.withinNanos()));
    }

    Program program() {
        return program;
    }

    RuleTies ties() {
        return ties;
    }

    String name() {
        return program.rule().name();
    }

    /** One for each type of event that it looks at. */
    List<Watch> watches() {
        return watches;
    }

    /** Its place in the rule set. */
    int place() {
        return place;
    }

    void setPlace(int newPlace) {
        place = newPlace;
    }

    /** The version that holds. */
    RulePlan told() {
        return told;
    }

    /**
     * From now on alerts are told as another version tells them, which knows the same. What stands by now has been told, and
     * what becomes of it is not.
     */
    void tellAs(Program next) {
        for (KeyState state : keys.isScanned() ? keys.all() : List.<KeyState>of()) {
            if (state.hasHistory()) {
                beforeChange(state);
            }
        }
        told = next.rule();
        FiringWriter firings = new FiringWriter(next, ids);
        walk.tellWith(firings);
        parts = new RuleParts(program, runner.features(), uses, ownKeys, firings);
        for (KeyState state : keys.all()) {
            if (state.hasHistory()) {
                state.history().keepQuiet(standing -> true, firings::silently);
            }
        }
    }

    /** It goes over from another engine; what stands by now is not told, nor what becomes of it. */
    void takeOver() {
        watches.replaceAll(watch -> new Watch(this, watch.use()));
        for (KeyState state : keys.all()) {
            if (state.hasHistory()) {
                state.history().keepQuiet(standing -> standing.dueNanos() < state.reportedNanos(), Firing::silenced);
            }
        }
    }

    /** Its place among the rules for which time alone does something. */
    int numberAmongDelayed() {
        return numberAmongDelayed;
    }

    void setNumberAmongDelayed(int number) {
        numberAmongDelayed = number;
    }

    /** Time alone does nothing up to this; {@link Long#MAX_VALUE} when it never will. */
    long nextWakeNanos() {
        return wakes.nextNanos();
    }

    /** Whether it looks at events that came too late, and at no others. */
    boolean looksAtLate() {
        return looksAtLate;
    }

    /** Whether it runs in one place, because rules act on each other. */
    boolean isCoupled() {
        return placement.inOnePlace();
    }

    /** Whether it looks at events that rules make, or at rows of views. */
    boolean looksAtDerived() {
        return looksAtDerived;
    }

    /** Whether it looks anything up in lists or tables. */
    boolean looksUp() {
        return !ties.lookedUp().isEmpty();
    }

    RuleCounts counts() {
        return counts;
    }

    /** Looks at what a few of its keys take, for {@link #meter}. */
    void sampleStates(StateWriter out) {
        sample.lookOn(keys, parts, out);
    }

    RuleMeter meter() {
        return counts.meter(told, keyCount(), partialMatches(), droppedPartialMatches(), sample.bytesOf(keys.size()));
    }

    /** Whether every event of the type needs the state of its key. */
    boolean needsStates(TypeUse use) {
        return !stateless && use.concernsEveryEvent();
    }

    /** Whether it has more keys than are near anyway. */
    boolean isWorthLookingAhead() {
        return keys.size() > KEYS_NEAR;
    }

    /** The state that the coming event most likely needs, or null. */
    KeyState likelyStateOrNull(TypeUse use, Event event) {
        if (use.key().isMissing(event)) {
            return null;
        }
        long hash = use.key().hash(event);
        return placement.handles(hash) ? keys.likelyOrNull(hash) : null;
    }

    long keyCount() {
        return keys.size() + ownKeys.size();
    }

    long partialMatches() {
        return limit.total();
    }

    long droppedPartialMatches() {
        return runner.droppedPartialMatches() + limit.dropped();
    }

    /** Whether events of that type go into windows with keys of their own. */
    boolean hasOwnKeysOver(String event) {
        return ownKeys.looksAt(event);
    }

    /** The scope's event goes into the windows with keys of their own, before anybody reads them. */
    void takeByOwnKeys(Scope scope, SourceClocks clocks) {
        if (!placement.partition().isFirst()) {
            return;
        }
        for (KeyState state : ownKeys.add(scope, settledNanos(clocks))) {
            if (state.hasHistory()) {
                beforeChange(state);
                state.history().setStale(true);
                stale.add(state);
            }
        }
    }

    /** The keys whose events have read what is different now are gone over again, but for the one that has been already. */
    void goOverStale(Scope scope, SourceClocks clocks, Reactions out) {
        for (KeyState state : stale) {
            if (state.hasHistory() && state.history().isStale()) {
                int before = state.matches().size();
                ownKeys.readFor(state, settledNanos(clocks));
                walk.reconsider(state, clocks.passedNanos(), scope, out);
                limit.changed(state, before, clocks.passedNanos());
                if (program.isDelayed()) {
                    wakes.wake(state, walk.nextDueNanos(state));
                }
            }
        }
        stale.clear();
        RuleRunner.hideFeatures(scope);
    }

    /** The scope's event has no key, and yet something is to come of it: it is looked at by itself. */
    void eventArrivedAlone(TypeUse use, Scope scope, SourceClocks clocks, Reactions out) {
        if (placement.partition().isFirst() && runner.select(use, scope)) {
            KeyState alone = new KeyState(0, 0, 0, 0, program, runner.features());
            ownKeys.readFor(alone, settledNanos(clocks));
            walk.advance(alone, use, scope, out);
            alone.leave();
            RuleRunner.hideFeatures(scope);
        }
    }

    /** The scope's event has arrived; it is in time. */
    void eventArrived(TypeUse use, Scope scope, SourceClocks clocks, Reactions out) {
        Event event = scope.event();
        if (use.key().isMissing(event)) {
            return;
        }
        if (countsEvents) {
            counts.event();
        }
        if (!runner.select(use, scope)) {
            return;
        }
        long hash = use.key().hash(event);
        if (!placement.handles(hash)) {
            return;
        }
        counts.conditionMet();
        if (stateless) {
            walk.advance(nothing, use, scope, out);
        } else {
            arriveAtKey(use, hash, scope, clocks, out);
            if (++arrivals % ARRIVALS_FOR_A_PLACE == 0) {
                forgetQuietKey(scope, clocks);
            }
        }
        RuleRunner.hideFeatures(scope);
    }

    /**
     * The scope's event, which could still come late, has never been. What has come of it is gone when the event in whose
     * place it was has come too, and at the latest with {@link #goOverStale}.
     */
    void eventGone(TypeUse use, Scope scope, Reactions out) {
        Event event = scope.event();
        if (use.key().isMissing(event) || !runner.select(use, scope)) {
            return;
        }
        long hash = use.key().hash(event);
        if (!placement.handles(hash)) {
            return;
        }
        if (stateless) {
            walk.takeBack(nothing, use, scope, out);
        } else {
            KeyState state = keys.findOrNull(use.key(), event, hash);
            if (state != null && state.hasHistory() && state.history().remove(event)) {
                state.history().setStale(true);
                stale.add(state);
            }
        }
        RuleRunner.hideFeatures(scope);
    }

    /** Nothing will come any more before this time. A deadline that this input passes may still make an event. */
    private long settledNanos(SourceClocks clocks) {
        long settledNanos = clocks.settledNanos(longestLateAfterNanos);
        return looksAtDerived ? Math.min(settledNanos, clocks.passedBeforeNanos()) : settledNanos;
    }

    private void settle(KeyState state, SourceClocks clocks, Scope scope) {
        long settledNanos = settledNanos(clocks);
        if (program.isDelayed()) {
            // What is reported with time is not settled before it has been, nor while an event may stand in its way.
            settledNanos = Math.min(settledNanos, state.reportedNanos());
            settledNanos = settledNanos == Long.MIN_VALUE ? settledNanos : settledNanos - 1;
        }
        ownKeys.readFor(state, settledNanos(clocks));
        walk.settle(state, settledNanos, scope);
    }

    private void arriveAtKey(TypeUse use, long hash, Scope scope, SourceClocks clocks, Reactions out) {
        Event event = scope.event();
        // Nothing will come before such an event any more; what is reported with time is kept all the same.
        boolean isSettled = event.timeNanos() <= settledNanos(clocks);
        boolean settlesAtOnce = isSettled && !program.isDelayed();
        KeyState state = keys.findOrNull(use.key(), event, hash);
        if (state == null) {
            if (isSettled && !runner.begins()) {
                return;
            }
            state = use.key().newState(event, hash, program, runner.features());
            keys.add(state, hash);
            // Twice, so that keys that are never seen again go as fast as others come.
            forgetQuietKey(scope, clocks);
            forgetQuietKey(scope, clocks);
            runner.select(use, scope);
        } else if (!program.isDelayed() && !state.isSettled()) {
            settle(state, clocks, scope);
            runner.select(use, scope);
        }
        int before = state.matches().size();
        ownKeys.readFor(state, settledNanos(clocks));
        if (settlesAtOnce && !state.hasHistory()) {
            walk.advance(state.live(), use, scope, out);
        } else {
            walk.arrive(state, new Arrival(scope.retainedEvent(), use), clocks.passedNanos(), scope, out);
        }
        limit.changed(state, before, clocks.passedNanos());
        if (program.isDelayed()) {
            passTime(state, clocks, scope, out);
        }
    }

    /** Time has moved on: reports what is due, for all keys. */
    void timePassed(SourceClocks clocks, Scope scope, Reactions out) {
        for (KeyState state = wakes.nextOrNull(clocks.passedNanos(), beforeChange);
                state != null;
                state = wakes.nextOrNull(clocks.passedNanos(), beforeChange)) {
            passTime(state, clocks, scope, out);
        }
        RuleRunner.hideFeatures(scope);
    }

    private void passTime(KeyState state, SourceClocks clocks, Scope scope, Reactions out) {
        int before = state.matches().size();
        walk.passTime(state, clocks.passedNanos(), scope, out);
        if (!state.isSettled()) {
            settle(state, clocks, scope);
        }
        limit.changed(state, before, clocks.passedNanos());
        wakes.wake(state, walk.nextDueNanos(state));
    }

    /**
     * Settles what can be, so that lists and tables need not be kept as they were for it.
     *
     * @return the first of the events that may be looked at again, or null
     */
    Event settleAll(SourceClocks clocks, Scope scope) {
        Event first = null;
        for (KeyState state : keys.all()) {
            if (!state.isSettled() && walk.isQuiet(state, clocks.passedNanos())) {
                beforeChange(state);
                state.setReportedNanos(Math.max(state.reportedNanos(), clocks.passedNanos()));
                settle(state, clocks, scope);
            }
            for (Arrival arrival : state.hasHistory() ? state.history().arrivals() : List.<Arrival>of()) {
                boolean earlier = first == null || !arrival.event().isBehind(first.sequence(), first.ordinal());
                first = earlier ? arrival.event() : first;
            }
        }
        return first;
    }

    /** Looks at the next place of the table and forgets the key there if its state is as good as none. */
    private void forgetQuietKey(Scope scope, SourceClocks clocks) {
        long settledNanos = settledNanos(clocks);
        if (settledNanos == Long.MIN_VALUE) {
            return;
        }
        KeyState state = keys.nextQuietOrNull(settledNanos - reachNanos);
        if (state == null || !walk.isQuiet(state, clocks.passedNanos())) {
            return;
        }
        beforeChange(state);
        if (!state.isSettled()) {
            state.setReportedNanos(Math.max(state.reportedNanos(), clocks.passedNanos()));
            settle(state, clocks, scope);
        }
        int matches = state.matches().size();
        if (state.isSettled()
                && (matches == 0
                        || program.withinNanos() != Program.UNBOUNDED && walk.nextDueNanos(state) == Long.MAX_VALUE)) {
            state.matches().dropAll();
            limit.changed(state, matches, clocks.passedNanos());
            state.setWakeNanos(Long.MAX_VALUE);
            keys.removeAtHand();
        }
    }

    /** Writes what is no key's. */
    void writeState(StateWriter out) {
        out.text(told.name()).text(told.version());
        keys.writeState(out);
        counts.writeState(out);
        out.number(arrivals).number(droppedPartialMatches());
        out.flag(looksAtDerived);
    }

    /** A rule that has seen nothing becomes the one that was written; its keys are read behind that. */
    void readState(StateReader in) {
        String name = in.text();
        String version = in.text();
        if (!name.equals(program.rule().name())
                || !version.equals(program.rule().version())) {
            throw new StateUnreadableException("it is of version " + version + " of " + name + ", not of version "
                    + program.rule().version() + " of " + program.rule().name());
        }
        keys.readState(in);
        counts.readState(in);
        arrivals = in.number();
        runner.setDroppedPartialMatches(in.number());
        looksAtDerived = in.flag();
    }

    /** From now on a key is given to the writer before it changes, as well as when the scan comes to it. */
    KeyScan scan(ObjIntConsumer<KeyState> writer) {
        return keys.scan(writer);
    }

    void endScan() {
        keys.endScan();
    }

    private void beforeChange(KeyState state) {
        if (keys.isScanned()) {
            keys.beforeChange(state, uses.get(0).key().hash(state));
        }
    }

    /** Writes a key. */
    void writeKey(int place, KeyState state, StateWriter out) {
        out.number(place);
        state.writeState(parts, out);
    }

    /** Reads a key, by the name and the rest that were written of it. */
    void readKey(StateReader name, StateReader in) {
        KeyState state = KeyState.named(name, parts);
        int place = in.count();
        long wakeNanos = state.readState(parts, in);
        long hash = uses.get(0).key().hash(state);
        state.setSlice(Partition.slice(hash));
        keys.readAt(place, state, hash);
        limit.changed(state, 0, Long.MIN_VALUE);
        wakes.wake(state, wakeNanos);
    }

    boolean hasOwnKeys() {
        return !ownKeys.isEmpty();
    }

    /** Writes the windows with keys of their own. */
    void writeOwnKeys(StateWriter out) {
        ownKeys.writeState(out);
    }

    /** Reads the windows with keys of their own; the keys of the rule are there. */
    void readOwnKeys(StateReader in) {
        TreeMap<KeyState, KeyState> byName = new TreeMap<>();
        keys.all().forEach(state -> byName.put(state, state));
        ownKeys.readState(in, from -> byName.get(KeyState.named(from, parts)));
    }
}
