package io.tripline.engine.host;

import io.tripline.engine.port.Journal;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalFailedException;
import io.tripline.engine.port.JournalFullException;
import io.tripline.engine.port.JournalNeeds;
import io.tripline.engine.port.JournalReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A journal on a disk that is full at times, fails at times, and loses its power at times. What was forced stays; of what
 * was only written, some of the first entries may be there after a crash.
 */
final class SimulatedDisk implements Journal {

    private final SplittableRandom random;
    private final List<JournalEntry> durable = new ArrayList<>();
    private final List<JournalEntry> written = new ArrayList<>();
    private int faultIn = Integer.MAX_VALUE;
    private boolean failed;
    private boolean full;

    SimulatedDisk(SplittableRandom random) {
        this.random = random;
    }

    /** The power goes, and comes again. */
    void crash() {
        int kept = written.isEmpty() ? 0 : random.nextInt(written.size() + 1);
        durable.addAll(written.subList(0, kept));
        written.clear();
        failed = false;
        full = false;
        faultIn = Integer.MAX_VALUE;
    }

    /** One of the next writes or syncs fails. */
    void failSoon() {
        faultIn = random.nextInt(1, 6);
    }

    void setFull(boolean isFull) {
        full = isFull;
    }

    List<JournalEntry> durable() {
        return durable;
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
            throw new JournalFullException("the simulated disk is full");
        }
    }

    @Override
    public void append(JournalEntry entry) {
        step();
        written.add(entry);
    }

    @Override
    public void force() {
        step();
        durable.addAll(written);
        written.clear();
    }

    @Override
    public void show() {}

    private void step() {
        faultIn--;
        if (failed || faultIn == 0) {
            failed = true;
            throw new JournalFailedException("the simulated disk failed", new IOException());
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
    public JournalReader reader() {
        throw new UnsupportedOperationException("nobody reads the history in a simulation");
    }

    @Override
    public void close() {}
}
