package io.tripline.engine.backtest;

import io.tripline.engine.backtest.BacktestResult.LabelResult;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.host.RulesOfJournal;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** One backtest. It is run once, by one thread; any other may look at its progress and cancel it. */
public final class BacktestRun {

    /** Reading labels takes about this part of the time. */
    private static final double LABELS_FRACTION = 0.2;

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final JournalReader journal;
    private final BacktestSpec spec;
    private final BacktestLimits limits;
    private final Pace pace;

    private final Optional<LabelBook> labels;
    private final LongCounts expected = new LongCounts();
    private final List<Contender> contenders = new ArrayList<>();
    private RulesOfJournal rules = new RulesOfJournal();
    private long rangeEvents;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;

    private volatile boolean cancelled;
    private volatile BacktestProgress progress = BacktestProgress.START;
    private long events;
    private long startNanos;
    private double fractionAtStart;
    private boolean interrupted;

    public BacktestRun(JournalReader journal, BacktestSpec spec, BacktestLimits limits, Pace pace) {
        this.journal = journal;
        this.spec = spec;
        this.limits = limits;
        this.pace = pace;
        this.labels = spec.labels().map(source -> new LabelBook(source, limits.labels()));
    }

    /** Ends it soon; {@link #run} throws. */
    public void cancel() {
        cancelled = true;
    }

    public BacktestProgress progress() {
        return progress;
    }

    /**
     * Runs it to its end.
     *
     * @throws BacktestException when that is not possible
     * @throws CancellationException when it was cancelled
     */
    public BacktestResult run() throws InterruptedException {
        startNanos = System.nanoTime();
        long first = journal.firstSequence();
        if (labels.isPresent()) {
            rules = RulesOfJournal.before(journal, first);
            read(first, journal.lastSequence(), this::readLabels);
            fractionAtStart = LABELS_FRACTION;
        }
        contenders.add(new Contender(spec.candidate(), spec, limits, labels));
        spec.compared().ifPresent(other -> contenders.add(new Contender(other, spec, limits, labels)));
        rules = RulesOfJournal.before(journal, first);
        if (rules.catalog().generation() > 0) {
            contenders.forEach(each -> each.writtenUnder(first - 1, rules.plan(), rules.catalog()));
        }
        startNanos = System.nanoTime();
        read(first, spec.throughSequence(), this::runOver);
        return result();
    }

    private void read(long from, long through, JournalReader.Visitor visitor) throws InterruptedException {
        if (through >= from) {
            journal.read(from, through, visitor);
        }
        if (interrupted || Thread.interrupted()) {
            throw new InterruptedException("a backtest was interrupted");
        } else if (cancelled) {
            throw new CancellationException("the backtest was cancelled");
        }
    }

    private boolean readLabels(JournalEntry entry) {
        if (entry instanceof JournalEntry.Rules change) {
            rules.change(change);
        } else if (entry instanceof JournalEntry.Events batch) {
            labels.orElseThrow().read(batch, rules.catalog());
        }
        return goesOn(entry, journal.lastSequence(), LABELS_FRACTION);
    }

    private boolean runOver(JournalEntry entry) {
        if (entry instanceof JournalEntry.Rules change) {
            rules.change(change);
            contenders.forEach(each -> each.changed(journal, change, rules.plan(), rules.catalog()));
        } else {
            if (entry instanceof JournalEntry.Events batch) {
                look(batch);
            }
            contenders.forEach(each -> each.take(entry));
        }
        return goesOn(entry, spec.throughSequence(), 1 - fractionAtStart);
    }

    private void look(JournalEntry.Events batch) {
        events += batch.count();
        if (batch.lastSequence() < spec.fromSequence()) {
            return;
        }
        byte[] bytes = batch.bytes();
        int position = 0;
        for (long sequence = batch.firstSequence(); sequence <= batch.lastSequence(); sequence++) {
            if (spec.covers(sequence)) {
                long time = Event.timeAt(bytes, position);
                firstNanos = Math.min(firstNanos, time);
                lastNanos = Math.max(lastNanos, time);
                rangeEvents++;
            }
            position += Event.lengthAt(bytes, position);
        }
        labels.ifPresent(book -> book.expect(batch, rules.catalog(), expected));
    }

    private boolean goesOn(JournalEntry entry, long through, double weight) {
        long first = journal.firstSequence();
        double part = (double) (entry.lastSequence() - first + 1) / Math.max(1, through - first + 1);
        double fraction = fractionAtStart + weight * Math.min(1, part);
        double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        double done = fraction - fractionAtStart;
        progress = new BacktestProgress(
                fraction, events, events / Math.max(seconds, 1e-3), done <= 0 ? -1 : seconds / done * (1 - fraction));
        try {
            pace.step();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        return !cancelled && !interrupted;
    }

    private BacktestResult result() {
        Contender candidate = contenders.get(0);
        Optional<Contender> compared = contenders.stream().skip(1).findFirst();
        BacktestResult.Range range = new BacktestResult.Range(
                spec.fromSequence(),
                spec.throughSequence(),
                rangeEvents,
                candidate.leftOut(),
                instant(firstNanos, Long.MAX_VALUE),
                instant(lastNanos, Long.MIN_VALUE),
                candidate.tally().retracted());
        return new ResultWriter(spec, limits, candidate, compared).result(range, labels.map(this::judge));
    }

    private LabelResult judge(LabelBook book) {
        if (rangeEvents > 0) {
            book.expectKeys(firstNanos, lastNanos, expected);
        }
        return new LabelResult(
                book.labels(),
                instant(book.judgedThroughNanos(), Long.MIN_VALUE),
                ResultWriter.quality(contenders.get(0), expected),
                contenders.stream().skip(1).findFirst().map(other -> ResultWriter.quality(other, expected)));
    }

    private static Optional<Instant> instant(long nanos, long none) {
        return nanos == none ? Optional.empty() : Optional.of(Nanos.toInstant(nanos));
    }
}
