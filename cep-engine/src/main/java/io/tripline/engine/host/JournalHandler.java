package io.tripline.engine.host;

import com.lmax.disruptor.EventHandler;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.host.SubmitResult.Accepted;
import io.tripline.engine.host.SubmitResult.Refused;
import io.tripline.engine.host.SubmitResult.Stale;
import io.tripline.engine.port.Journal;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalFailedException;
import io.tripline.engine.port.JournalFullException;
import io.tripline.engine.port.TimeSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Gives every input its place: looks for duplicates, hands out sequences, appends, and forces once for all slots that
 * had come in. Until then they are in its hand: when anything fails for good, all of them are refused, and the engines
 * never see them. The ring shows them to the next handlers only when this one is done with all.
 */
final class JournalHandler implements EventHandler<RingSlot> {

    /** What a frame of the journal adds to a batch, at most. */
    private static final int FRAME_BYTES = 1024;

    private final Journal journal;
    private final boolean forces;
    private final TimeSource time;
    private final Health health;
    private DuplicateFilter duplicates;
    private final SourceTable sources;
    private final RateMeter rate;

    private final List<RingSlot> inHand = new ArrayList<>();
    private boolean appended;
    private boolean forcesNow;
    private boolean failed;
    private long sequence;
    private long events;
    private long duplicateEvents;
    private RuleSet rules = RuleSet.EMPTY;
    private EventCatalog catalog = EventCatalog.EMPTY;

    private volatile JournalProgress progress = JournalProgress.START;

    JournalHandler(NodeOptions options, Journal journal, Health health, RateMeter rate) {
        this.journal = journal;
        this.forces = options.durability() == Durability.DISK;
        this.time = options.time();
        this.health = health;
        this.rate = rate;
        this.duplicates = new DuplicateFilter(IdMemory.empty(options.limits().rememberedIds()));
        this.sources = new SourceTable(options.limits().sources());
    }

    /** Before the first input. */
    void goOnFrom(LoadedSnapshot loaded) {
        HostState state = loaded.host();
        duplicates = new DuplicateFilter(state.ids());
        sequence = state.sequence();
        events = state.events();
        rules = new RuleSet(state.revision(), state.files(), loaded.plan(), state.changedAt());
        catalog = loaded.catalog();
        state.sources().forEach(sources::number);
        progress = new JournalProgress(sequence, events, 0, rules, catalog);
    }

    JournalProgress progress() {
        return progress;
    }

    @Override
    public void onEvent(RingSlot slot, long ringSequence, boolean endOfBatch) {
        inHand.add(slot);
        try {
            take(slot, slot.input);
            if (endOfBatch) {
                commit();
            }
        } catch (RuntimeException | Error e) {
            failed = true;
            health.failForGood(
                    e instanceof JournalFailedException ? e.getMessage() : "the journal handler failed: " + e);
            inHand.forEach(this::refuse);
        }
        if (endOfBatch) {
            inHand.forEach(done -> done.input = null);
            inHand.clear();
        }
    }

    @Override
    public void onStart() {
        Thread.currentThread().setName("tripline-journal");
    }

    private void take(RingSlot slot, Input input) {
        if (input instanceof Input.Events submitted) {
            takeEvents(slot, submitted);
        } else if (input instanceof Input.RuleChange change) {
            takeRules(slot, change);
        } else if (input instanceof Input.TimeAdvance advance) {
            takeTick(slot, advance);
        } else if (input instanceof Input.ReferenceChanges changes) {
            takeReferences(slot, changes);
        } else if (input instanceof Input.JournaledReferences read) {
            changeReferences(slot, read.entry());
        } else if (input instanceof Input.JournaledTick read) {
            tick(slot, read.entry());
        } else if (input instanceof Input.JournaledEvents read) {
            takeAgain(slot, read.entry());
        } else if (input instanceof Input.JournaledRules read) {
            switchRules(slot, read.entry(), read.plan(), read.warm());
        } else if (input instanceof Input.ReadMeters) {
            slot.work = new Work.Meters();
        } else if (input instanceof Input.Snapshot snapshot) {
            takeSnapshot(slot, snapshot.job());
        } else if (input instanceof Input.BeginAt begin) {
            journal.begin(begin.nextSequence());
            sequence = begin.nextSequence() - 1;
            slot.answerOrNull = () -> begin.answer().complete(null);
        }
    }

    private void takeEvents(RingSlot slot, Input.Events submitted) {
        EventBatch batch = submitted.batch();
        SubmitResult refusal = refusalOrNull(batch);
        if (refusal != null) {
            answer(slot, submitted, refusal);
            return;
        }
        // Room first: from here on nothing can be taken back.
        BitSet known = duplicates.remember(batch);
        int count = batch.count() - known.cardinality();
        answer(slot, submitted, new Accepted(sequence + 1, count, known));
        duplicateEvents += known.cardinality();
        if (count == 0) {
            return;
        }
        EventBatch fresh = known.isEmpty() ? batch : batch.without(known);
        journal.append(new JournalEntry.Events(
                sequence + 1,
                count,
                time.nowNanos(),
                catalog.generation(),
                batch.source(),
                fresh.events(),
                fresh.length()));
        appended = true;
        addWork(slot, fresh);
    }

    private SubmitResult refusalOrNull(EventBatch batch) {
        if (health.hasFailed()) {
            return health.refusal().orElseThrow();
        }
        if (batch.catalog().generation() != catalog.generation()) {
            return new Stale(catalog);
        }
        if (!sources.hasRoomFor(batch.source())) {
            return new Refused("there are too many sources to take '" + batch.source() + "' as a new one", false);
        }
        return reserveOrRefusal(batch.length() + 3L * batch.source().length());
    }

    private Refused reserveOrRefusal(long bytes) {
        try {
            journal.reserve(bytes + FRAME_BYTES);
            health.journalHasRoom();
            return null;
        } catch (JournalFullException e) {
            health.journalFull(e.getMessage());
            return new Refused(e.getMessage(), true);
        }
    }

    private void takeAgain(RingSlot slot, JournalEntry.Events entry) {
        EventBatch batch = new EventBatch(catalog, entry.bytes(), entry.length(), entry.count(), entry.source());
        if (entry.generation() != catalog.generation()) {
            throw new IllegalStateException("sequence " + entry.firstSequence() + " was written for generation "
                    + entry.generation() + " of the catalogue, not " + catalog.generation());
        }
        duplicates.remember(batch);
        sequence = entry.firstSequence() - 1;
        addWork(slot, batch);
    }

    private void addWork(RingSlot slot, EventBatch batch) {
        slot.work = new Work.Events(sequence + 1, batch, sources.number(batch.source()));
        sequence += batch.count();
        events += batch.count();
    }

    private void takeRules(RingSlot slot, Input.RuleChange change) {
        Refused refusal =
                health.hasFailed() ? health.refusal().orElseThrow() : reserveOrRefusal(change.bytesInJournal());
        if (refusal != null) {
            answer(slot, change.answer(), refusal);
            return;
        }
        JournalEntry.Rules entry = new JournalEntry.Rules(
                sequence + 1, time.nowNanos(), rules.revision() + 1, change.files(), change.starts());
        journal.append(entry);
        appended = true;
        switchRules(slot, entry, change.plan(), change.warm());
        Input.RuleChange.Done done = new Input.RuleChange.Done(rules, entry.firstSequence());
        slot.answerOrNull = () -> change.answer().complete(done);
    }

    private void takeTick(RingSlot slot, Input.TimeAdvance advance) {
        Refused refusal = health.hasFailed() ? health.refusal().orElseThrow() : reserveOrRefusal(0);
        if (refusal != null) {
            answer(slot, advance.answer(), refusal);
            return;
        }
        JournalEntry.Tick entry = new JournalEntry.Tick(sequence + 1, time.nowNanos(), advance.timeNanos());
        journal.append(entry);
        appended = true;
        tick(slot, entry);
        slot.answerOrNull = () -> advance.answer().complete(null);
    }

    private void takeReferences(RingSlot slot, Input.ReferenceChanges input) {
        JournalEntry.References entry = new JournalEntry.References(sequence + 1, time.nowNanos(), input.changes());
        Refused refusal =
                health.hasFailed() ? health.refusal().orElseThrow() : reserveOrRefusal(input.bytesInJournal());
        if (refusal == null && input.revision() != rules.revision()) {
            refusal = new Refused("the rules have changed meanwhile; send it again", true);
        }
        if (refusal != null) {
            answer(slot, input.answer(), refusal);
            return;
        }
        journal.append(entry);
        appended = true;
        changeReferences(slot, entry);
        slot.answerOrNull = () -> input.answer().complete(entry.firstSequence());
    }

    private void changeReferences(RingSlot slot, JournalEntry.References entry) {
        sequence = entry.firstSequence();
        slot.work = new Work.References(sequence, entry.changes());
    }

    private void tick(RingSlot slot, JournalEntry.Tick entry) {
        sequence = entry.firstSequence();
        slot.work = new Work.Tick(sequence, entry.timeNanos());
    }

    private void takeSnapshot(RingSlot slot, SnapshotJob job) {
        if (health.hasFailed()) {
            job.fail(health.refusal().orElseThrow().reason());
            return;
        }
        // A snapshot must never know more than the journal.
        appended = true;
        forcesNow = true;
        job.begin(new HostState(
                sequence,
                events,
                rules.revision(),
                rules.changedAt(),
                rules.files(),
                sources.names(),
                duplicates.seen()));
        slot.work = new Work.Snapshot(sequence, job);
    }

    private void switchRules(RingSlot slot, JournalEntry.Rules entry, RuleSetPlan plan, Optional<WarmStart> warm) {
        sequence = entry.firstSequence();
        rules = new RuleSet(entry.revision(), entry.files(), plan, Nanos.toInstant(entry.takenAtNanos()));
        catalog = new EventCatalog(entry.revision(), plan.events());
        slot.work = new Work.Rules(sequence, rules, catalog, entry.starts(), warm);
    }

    private void commit() {
        if (failed) {
            return;
        }
        if (appended && (forces || forcesNow)) {
            journal.force();
        } else if (appended) {
            journal.show();
        }
        appended = false;
        forcesNow = false;
        long before = progress.events();
        if (events > before) {
            rate.add(events - before, System.nanoTime());
        }
        progress = new JournalProgress(sequence, events, duplicateEvents, rules, catalog);
    }

    /** Whatever was made of the slot, it was not; the engines see nothing in it. */
    private void refuse(RingSlot slot) {
        Refused refusal = health.refusal().orElseThrow();
        slot.work = Work.NOTHING;
        if (slot.input instanceof Input.Events submitted) {
            answer(slot, submitted, refusal);
        } else if (slot.input instanceof Input.RuleChange change) {
            answer(slot, change.answer(), refusal);
        } else if (slot.input instanceof Input.ReferenceChanges changes) {
            answer(slot, changes.answer(), refusal);
        } else if (slot.input instanceof Input.TimeAdvance advance) {
            answer(slot, advance.answer(), refusal);
        } else if (slot.input instanceof Input.Snapshot snapshot) {
            snapshot.job().fail(refusal.reason());
        } else if (slot.input instanceof Input.BeginAt begin) {
            answer(slot, begin.answer(), refusal);
        }
    }

    private static void answer(RingSlot slot, Input.Events submitted, SubmitResult result) {
        slot.answerOrNull = () -> submitted.answer().complete(result);
    }

    private static void answer(RingSlot slot, CompletableFuture<?> future, Refused refusal) {
        NodeRefusesException reason = new NodeRefusesException(refusal.reason(), refusal.mayPass());
        slot.answerOrNull = () -> future.completeExceptionally(reason);
    }
}
