package io.tripline.engine.host;

import io.tripline.engine.journal.TransientJournal;
import io.tripline.engine.port.Journal;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalFailedException;
import io.tripline.engine.port.JournalFullException;
import io.tripline.engine.port.JournalNeeds;
import io.tripline.engine.port.JournalReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A journal in memory whose disk fails when it is told to. What was forced is there when it is opened again, what was
 * only appended is not.
 */
final class FaultyJournal implements Journal {

    private final List<JournalEntry> durable;
    private final List<JournalEntry> appended = new ArrayList<>();
    private volatile boolean failingAppend;
    private volatile boolean failingForce;
    private volatile boolean full;
    private volatile int forces;
    private boolean failed;

    /** With something in it. */
    static FaultyJournal of(List<JournalEntry> entries) {
        return new FaultyJournal(entries);
    }

    FaultyJournal() {
        this(List.of());
    }

    private FaultyJournal(List<JournalEntry> durable) {
        this.durable = new ArrayList<>(durable);
    }

    /** What the next process finds. */
    FaultyJournal afterCrash() {
        return new FaultyJournal(durable);
    }

    void failAppend() {
        failingAppend = true;
    }

    void failForce() {
        failingForce = true;
    }

    void setFull(boolean isFull) {
        full = isFull;
    }

    int forces() {
        return forces;
    }

    @Override
    public long replay(long fromSequence, Consumer<? super JournalEntry> visitor) {
        durable.stream().filter(entry -> entry.lastSequence() >= fromSequence).forEach(visitor);
        return durable.isEmpty() ? 0 : durable.get(durable.size() - 1).lastSequence();
    }

    @Override
    public void begin(long nextSequence) {}

    @Override
    public void reserve(long bytes) {
        if (full) {
            throw new JournalFullException("the disk is full, says the test");
        }
    }

    @Override
    public void append(JournalEntry entry) {
        failIf(failingAppend, "write");
        appended.add(entry);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    public void force() {
        failIf(failingForce, "sync");
        durable.addAll(appended);
        appended.clear();
        forces++;
    }

    @Override
    public void show() {}

    /** Nobody reads history here. */
    @Override
    public JournalReader reader() {
        return new TransientJournal().reader();
    }

    private void failIf(boolean failing, String what) {
        if (failed || failing) {
            failed = true;
            throw new JournalFailedException("the disk could not " + what + ", says the test", new IOException());
        }
    }

    @Override
    public void tidy(JournalNeeds needs) {}

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public boolean hasRoom() {
        return !full;
    }

    @Override
    public void close() {}
}
