package io.tripline.engine.journal;

import io.tripline.engine.port.Journal;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalNeeds;
import io.tripline.engine.port.JournalReader;
import java.util.function.Consumer;

/** Keeps nothing: for a replay of recorded events, whose record is elsewhere. */
public final class TransientJournal implements Journal {

    @Override
    public long replay(long fromSequence, Consumer<? super JournalEntry> visitor) {
        return 0;
    }

    @Override
    public void begin(long nextSequence) {}

    @Override
    public void reserve(long bytes) {}

    @Override
    public void append(JournalEntry entry) {}

    @Override
    public void force() {}

    @Override
    public void show() {}

    @Override
    public JournalReader reader() {
        return EmptyReader.INSTANCE;
    }

    @Override
    public void tidy(JournalNeeds needs) {}

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public void close() {}
}
