package io.tripline.engine.journal;

import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalReader;
import java.util.Optional;
import java.util.OptionalLong;

/** Of a journal that keeps nothing. */
enum EmptyReader implements JournalReader {
    INSTANCE;

    @Override
    public long firstSequence() {
        return 1;
    }

    @Override
    public long lastSequence() {
        return 0;
    }

    @Override
    public OptionalLong firstTakenAtOrAfter(long takenAtNanos) {
        return OptionalLong.empty();
    }

    @Override
    public Optional<JournalEntry.Rules> rulesAt(long sequence) {
        return Optional.empty();
    }

    @Override
    public long read(long fromSequence, long throughSequence, Visitor visitor) {
        return fromSequence - 1;
    }

    @Override
    public Hold hold(long fromSequence) {
        return () -> {};
    }
}
