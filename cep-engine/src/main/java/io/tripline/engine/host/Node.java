package io.tripline.engine.host;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.SourceFile;
import io.tripline.engine.core.EngineStatistics;
import io.tripline.engine.core.RuleMeter;
import io.tripline.engine.core.RuleStarts;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.host.SubmitResult.Busy;
import io.tripline.engine.host.SubmitResult.Refused;
import io.tripline.engine.host.SubmitResult.Stale;
import io.tripline.engine.journal.ChronicleJournal;
import io.tripline.engine.journal.DirectoryLock;
import io.tripline.engine.journal.ReferenceCodec;
import io.tripline.engine.journal.StoredJournal;
import io.tripline.engine.journal.TransientJournal;
import io.tripline.engine.port.Journal;
import io.tripline.engine.port.JournalNeeds;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.port.OutcomeSink;
import io.tripline.engine.state.SnapshotFolder;
import io.tripline.engine.state.SnapshotManifest;
import io.tripline.engine.table.ReferenceChange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A node: takes events and rule changes, keeps them in a journal, and lets the engines have their say. See the package
 * for the way an input goes. Any thread may call any method.
 */
public final class Node implements AutoCloseable {

    private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = 50_000;

    private final NodeOptions options;
    private final Instant startedAt = Instant.now();
    private final Health health = new Health();
    private final RateMeter rate = new RateMeter();
    private final AtomicInteger submitting = new AtomicInteger();
    private final Journal journal;
    private final AutoCloseable lock;
    private final JournalHandler journalHandler;
    private final List<EngineHandler> engines;
    private final Pipeline pipeline;
    private final Publisher publisher;
    private final Recovery recovery;
    private final long kept;
    private final JournalUpkeep upkeep;
    private final Optional<SnapshotFolder> snapshotFolder;
    private final Optional<Snapshots> snapshots;

    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tripline-ticks"));

    private Node(
            NodeOptions options,
            OutcomeSink sink,
            Journal journal,
            AutoCloseable lock,
            Optional<SnapshotFolder> snapshotFolder) {
        this.options = options;
        this.journal = journal;
        this.lock = lock;
        Admission admission = new Admission(options.limits());
        journalHandler = new JournalHandler(options, journal, health, rate);
        engines = IntStream.range(0, options.partitions())
                .mapToObj(i -> new EngineHandler(SnapshotLoading.newEngine(options, i), health))
                .toList();
        pipeline = new Pipeline(
                options, health, admission, journalHandler, engines, new OutcomeHandler(sink, health, admission));
        JournalReader past = options.dataDirectory().map(StoredJournal::in).orElseGet(journal::reader);
        recovery = new Recovery(pipeline, options, past, health::isClosing);
        publisher = new Publisher(
                new PublishingPlace(), options.partitions(), options.limits().engine(), () -> statistics()
                        .watermarkNanos());
        kept = sink.position();
        // A start may need the whole journal, when no snapshot can be used: nothing of it is removed, only archived.
        upkeep = new JournalUpkeep(journal, JournalNeeds.EVERYTHING);
        this.snapshotFolder = snapshotFolder;
        snapshots = snapshotFolder.map(folder -> new Snapshots(
                folder,
                options.snapshots().orElse(SnapshotOptions.DEFAULT),
                options.partitions(),
                pipeline,
                journalHandler::progress,
                journal::sizeBytes));
    }

    /**
     * Opens a node: takes its directory, replays its journal through the engines, and then takes input. A node whose
     * engine fails in the replay is opened too, and refuses input.
     *
     * @throws RuntimeException as {@link #create} and {@link #start} do
     */
    public static Node open(NodeOptions options, OutcomeSink sink) {
        return started(create(options, sink));
    }

    /** As above, with any journal. */
    static Node open(NodeOptions options, OutcomeSink sink, Journal journal, AutoCloseable lock) {
        return started(new Node(options, sink, journal, lock, Optional.empty()));
    }

    private static Node started(Node node) {
        try {
            node.start();
            return node;
        } catch (RuntimeException | Error e) {
            node.close();
            throw e;
        }
    }

    /**
     * Takes the directory of a node that is to be {@linkplain #start started}. Until then it answers, and refuses input.
     *
     * @throws io.tripline.engine.journal.DirectoryInUseException when another process has the directory
     * @throws io.tripline.engine.port.JournalDamagedException when something durable cannot be read any more
     */
    public static Node create(NodeOptions options, OutcomeSink sink) {
        if (options.dataDirectory().isEmpty()) {
            return new Node(options, sink, new TransientJournal(), () -> {}, Optional.empty());
        }
        Path directory = options.dataDirectory().get();
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            return new Node(
                    options,
                    sink,
                    ChronicleJournal.open(
                            directory.resolve("journal"), options.limits().journal()),
                    lock,
                    options.snapshots().map(when -> new SnapshotFolder(directory.resolve("snapshots"))));
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Replays the journal through the engines, and then takes input. To be called once; {@link #status} says how far it
     * is, and {@link #close} breaks it off.
     *
     * @throws io.tripline.engine.port.JournalDamagedException when something durable cannot be read any more
     * @throws IllegalStateException when journal and sink do not belong together, or a journaled rule set does not
     *     compile
     */
    public void start() {
        // Counted among what submits, so that nobody closes the journal meanwhile.
        submitting.incrementAndGet();
        try {
            recover();
            if (!health.isClosing()) {
                options.tickInterval().ifPresent(this::startTicks);
                ScheduledFuture<?> unused = ticks.scheduleWithFixedDelay(this::readOldMeters, 1, 1, TimeUnit.SECONDS);
                upkeep.start();
            }
        } catch (RuntimeException | Error e) {
            health.failForGood("the node could not be opened: " + e.getMessage());
            throw e;
        } finally {
            submitting.decrementAndGet();
        }
    }

    /** On a node that has become quiet the last meters would be those of before its last input. */
    private void readOldMeters() {
        submitting.incrementAndGet();
        try {
            if (!health.isClosing() && engines.stream().anyMatch(EngineHandler::metersAreOld)) {
                // Where there is no room there is input, behind which they are read anyway.
                boolean unused = pipeline.tryPut(new Input.ReadMeters());
            }
        } finally {
            submitting.decrementAndGet();
        }
    }

    private void startTicks(Duration interval) {
        ClockTicks clock = new ClockTicks(
                System::nanoTime, journalHandler::progress, () -> statistics().watermarkNanos(), this::tick);
        ScheduledFuture<?> unused =
                ticks.scheduleWithFixedDelay(clock::look, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        IdleSources sources = new IdleSources(
                System::nanoTime,
                TimeUnit.MILLISECONDS.toNanos(options.limits().sourceIdleMillis()),
                engines.get(0)::sourceMarks,
                this::tickIfWaited);
        ScheduledFuture<?> unusedToo = ticks.scheduleWithFixedDelay(
                sources::look, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void tickIfWaited(long timeNanos) {
        if (ClockTicks.waits(rules().plan())) {
            tick(timeNanos);
        }
    }

    private void tick(long timeNanos) {
        // Refused while the node takes no input; a later tick then goes as far.
        CompletableFuture<Void> unused = advanceTime(timeNanos);
    }

    private EngineStatistics statistics() {
        return engines.stream()
                .map(EngineHandler::statistics)
                .reduce(EngineStatistics::plus)
                .orElseThrow();
    }

    /**
     * The threads of the ring go on from what a snapshot says. Nothing has been put into the ring yet, so they see it with
     * the first input.
     *
     * @return the sequence through which that is all; 0 where there is no snapshot
     */
    private long loadSnapshot() {
        Optional<LoadedSnapshot> loaded =
                snapshotFolder.flatMap(folder -> new SnapshotLoading(options).newest(folder, kept));
        if (loaded.isEmpty()) {
            return 0;
        }
        journalHandler.goOnFrom(loaded.get());
        for (int i = 0; i < engines.size(); i++) {
            engines.get(i).goOnWith(loaded.get().engines().get(i));
        }
        return loaded.get().host().sequence();
    }

    private void recover() {
        long knownThrough = loadSnapshot();
        long last = recovery.run(journal, knownThrough);
        if (health.hasFailed()) {
            return;
        }
        if (kept > last && options.durability() == Durability.DISK) {
            throw new IllegalStateException("outcomes are kept through sequence " + kept + ", but the journal ends at "
                    + last + ": they do not belong together");
        }
        CompletableFuture<Void> begun = new CompletableFuture<>();
        // What a journal without sync has lost must not give its sequences to other inputs.
        pipeline.put(new Input.BeginAt(Math.max(last, kept) + 1, begun));
        begun.join();
        snapshots.ifPresent(each -> each.start(knownThrough));
        health.recovered();
    }

    /**
     * Writes what the node knows, so that the next start reads only the journal behind it; for nodes with a directory and
     * {@link SnapshotOptions}, which do so by themselves too.
     *
     * @return what was written; empty when there is nothing new, or it did not come about, which is logged
     */
    public CompletableFuture<Optional<SnapshotManifest>> takeSnapshot() {
        return snapshots.map(Snapshots::take).orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** The catalogue to write events with. */
    public EventCatalog catalog() {
        return journalHandler.progress().catalog();
    }

    public RuleSet rules() {
        return journalHandler.progress().rules();
    }

    /**
     * Hands in a batch. Never blocks; the future is completed by a thread of the node, normally within milliseconds, and
     * never exceptionally.
     */
    public CompletableFuture<SubmitResult> submit(EventBatch batch) {
        submitting.incrementAndGet();
        try {
            Optional<Refused> refusal = health.refusal();
            if (refusal.isPresent()) {
                return CompletableFuture.completedFuture(refusal.get());
            }
            EventCatalog current = catalog();
            if (batch.catalog().generation() < current.generation()) {
                return CompletableFuture.completedFuture(new Stale(current));
            }
            CompletableFuture<SubmitResult> answer = new CompletableFuture<>();
            if (!pipeline.tryPut(new Input.Events(batch, answer))) {
                answer.complete(new Busy(retryAfter()));
            }
            return answer;
        } finally {
            submitting.decrementAndGet();
        }
    }

    /** As long as what is on its way has taken so far. */
    private Duration retryAfter() {
        Duration lag = Duration.ofNanos(pipeline.outcomeLagNanos());
        Duration atLeast = lag.compareTo(SHORTEST_RETRY) < 0 ? SHORTEST_RETRY : lag;
        return atLeast.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : atLeast;
    }

    /** How many bytes of events a source could hand in now; the rest of {@link NodeLimits#ringBytes} is on its way. */
    public long bytesLeft(String source) {
        return pipeline.bytesLeft(source);
    }

    /** Hands in a batch, waits while the node is busy, and waits for the answer, which is not {@link Busy}. */
    public SubmitResult submitWaiting(EventBatch batch) {
        while (true) {
            SubmitResult result = submit(batch).join();
            if (!(result instanceof Busy)) {
                return result;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /**
     * Changes the rules. The change takes effect at its place in the journal: events before it were seen by the old
     * rules only, events after it by the new ones only.
     *
     * @param files the complete new rule set
     * @return the new rule set when the change is durable; fails with {@link RulesRejectedException} when the files do
     *     not compile, with {@link NodeRefusesException} when the node takes no input, with {@link
     *     IllegalArgumentException} when the files are too long together
     */
    public CompletableFuture<RuleSet> publish(List<SourceFile> files) {
        Compilation compilation = RunnableRules.compile(files);
        if (compilation.plan().isEmpty()) {
            return CompletableFuture.failedFuture(new RulesRejectedException(compilation.diagnostics()));
        }
        CompletableFuture<Input.RuleChange.Done> answer = new CompletableFuture<>();
        put(new Input.RuleChange(
                List.copyOf(files), compilation.plan().get(), RuleStarts.EMPTY, Optional.empty(), answer));
        return answer.thenApply(Input.RuleChange.Done::rules);
    }

    /**
     * Changes the rules as {@link #publish} does, but a new or changed rule begins with what it would know had it been
     * there before, as far as it looks back: it reads the journal beside the running engines, and takes over at the place
     * of the change. A rule of which only what it says has changed goes on with what it knows. What was to be told of
     * before the change is not told.
     *
     * @return when the change is durable, how each rule began; fails as {@link #publish} does
     */
    public CompletableFuture<Publication> publishWarm(List<SourceFile> files) {
        Compilation compilation = RunnableRules.compile(files);
        if (compilation.plan().isEmpty()) {
            return CompletableFuture.failedFuture(new RulesRejectedException(compilation.diagnostics()));
        }
        return publisher.publish(List.copyOf(files), compilation.plan().get());
    }

    /** How far the rules have read the journal that are about to hold; empty when none are. */
    public Optional<WarmProgress> warming() {
        return publisher.progress();
    }

    private void put(Input.RuleChange change) {
        if (change.bytesInJournal() > EventBatch.MAX_BYTES) {
            change.answer()
                    .completeExceptionally(new IllegalArgumentException(
                            "the rule set is longer than " + EventBatch.MAX_BYTES / 3 + " characters"));
            return;
        }
        put(change, change.answer());
    }

    private final class PublishingPlace implements Publisher.Place {

        @Override
        public RuleSet rules() {
            return Node.this.rules();
        }

        @Override
        public JournalReader history() {
            return Node.this.history();
        }

        @Override
        public double ringUse() {
            return Node.this.ringUse();
        }

        @Override
        public boolean isClosing() {
            return health.isClosing();
        }

        @Override
        public void put(Input.RuleChange change) {
            Node.this.put(change);
        }
    }

    /**
     * Changes lists and tables. The changes take effect together at one place in the journal: events behind it find them.
     *
     * @param revision of the rule set that declares them
     * @return that place when the change is durable; fails with {@link NodeRefusesException} when the node takes no input
     *     or has another rule set by now, with {@link IllegalArgumentException} when the changes are too long together
     */
    public CompletableFuture<Long> changeReferences(long revision, List<ReferenceChange> changes) {
        int bytes = ReferenceCodec.lengthOf(changes);
        if (bytes > EventBatch.MAX_BYTES) {
            return CompletableFuture.failedFuture(new IllegalArgumentException(
                    "the changes take " + bytes + " bytes; at most " + EventBatch.MAX_BYTES + " are taken at once"));
        }
        CompletableFuture<Long> answer = new CompletableFuture<>();
        put(new Input.ReferenceChanges(revision, List.copyOf(changes), bytes, answer), answer);
        return answer;
    }

    /**
     * Moves event time on without an event, so that deadlines pass: a clock tick, journaled like any input.
     *
     * @param timeNanos nanoseconds since 1970; {@link Long#MAX_VALUE} when no event will come any more
     * @return completed when the tick is durable; fails with {@link NodeRefusesException} when the node takes no input
     */
    public CompletableFuture<Void> advanceTime(long timeNanos) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        put(new Input.TimeAdvance(timeNanos, answer), answer);
        return answer;
    }

    /** Puts an input on its way, or answers that this is not possible. */
    private void put(Input input, CompletableFuture<?> answer) {
        submitting.incrementAndGet();
        try {
            Optional<Refused> refusal = health.refusal();
            if (refusal.isPresent()) {
                answer.completeExceptionally(new NodeRefusesException(
                        refusal.get().reason(), refusal.get().mayPass()));
            } else if (!pipeline.tryPut(input)) {
                answer.completeExceptionally(new NodeRefusesException("the node is busy", true));
            }
        } finally {
            submitting.decrementAndGet();
        }
    }

    /** The journal as history: what was durable so far, for reading while the node runs. Empty when nothing is kept. */
    public JournalReader history() {
        return journal.reader();
    }

    /** Whether the journal has been replayed. */
    public boolean hasStarted() {
        return health.isRunning() || health.hasFailed();
    }

    public NodeStatus status() {
        JournalProgress progress = journalHandler.progress();
        EngineStatistics statistics = statistics();
        Optional<Refused> refusal = health.refusalOrFull(journal::hasRoom);
        return new NodeStatus(
                health.state(refusal.isPresent()),
                refusal.map(Refused::reason),
                refusal.map(Refused::mayPass).orElse(false),
                options.durability(),
                options.partitions(),
                startedAt,
                health.isRunning()
                        ? Optional.empty()
                        : Optional.of(new NodeStatus.ReplayStatus(recovery.through(), kept)),
                new NodeStatus.JournalStatus(progress.sequence(), journal.sizeBytes()),
                new NodeStatus.EventCounts(
                        progress.events(),
                        progress.duplicates(),
                        statistics.lateEvents(),
                        statistics.missingKeyEvents(),
                        rate.perSecond(System.nanoTime())),
                new NodeStatus.RingStatus(
                        pipeline.capacity(),
                        pipeline.used(),
                        pipeline.bytesCapacity(),
                        pipeline.bytesUsed(),
                        Duration.ofNanos(pipeline.durableLagNanos()),
                        Duration.ofNanos(pipeline.outcomeLagNanos())),
                statistics.watermarkNanos() == Long.MIN_VALUE
                        ? Optional.empty()
                        : Optional.of(Nanos.toInstant(statistics.watermarkNanos())),
                progress.rules().plan().rules().size(),
                statistics.keys(),
                statistics.partialMatches(),
                statistics.droppedPartialMatches(),
                statistics.viewWindows(),
                statistics.leftOutEvents());
    }

    /** How much of the ring is taken, from 0 to 1; cheap enough to be asked all the time. */
    public double ringUse() {
        return (double) pipeline.used() / pipeline.capacity();
    }

    /** How each rule and decision was doing, in the order of their names, some seconds ago at most. */
    public List<RuleMeter> meters() {
        Map<String, RuleMeter> meters = new TreeMap<>();
        engines.forEach(engine -> engine.meters().forEach(meter -> meters.merge(meter.rule(), meter, RuleMeter::plus)));
        return List.copyOf(meters.values());
    }

    /** Takes no more input and works off what it has. The node still answers; to be closed later. */
    public void stopTaking() {
        health.stop();
        if (health.isRunning()) {
            workOff();
        }
    }

    private void workOff() {
        while (submitting.get() > 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        pipeline.drain();
    }

    /** Takes no more input, works off what it has, and lets go of the directory. May be called again. */
    @Override
    public void close() {
        if (!health.close()) {
            return;
        }
        workOff();
        ticks.shutdownNow();
        upkeep.close();
        publisher.close();
        snapshots.ifPresent(Snapshots::close);
        pipeline.drain();
        pipeline.halt();
        try (lock) {
            journal.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the node could not be closed", e);
        }
    }
}
