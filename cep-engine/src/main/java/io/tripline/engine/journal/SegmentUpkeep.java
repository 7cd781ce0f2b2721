package io.tripline.engine.journal;

import io.tripline.engine.port.JournalDamagedException;
import io.tripline.engine.port.JournalNeeds;
import io.tripline.engine.port.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks after the segments that are finished: makes indexes that are missing, archives, removes. Used by one thread, which
 * may be interrupted.
 *
 * <p>Every step can be cut off at any moment. An archive is written under another name, forced, read back, and only then
 * given its name; after that the file it was made of goes. What is removed is first written down, then renamed, then
 * deleted. A round begins with finishing what an earlier one has left.
 */
final class SegmentUpkeep {

    private final Path journal;
    private final RetentionLimits limits;
    private final Indexes indexes;
    private final Holds holds;
    private final JournalReader reader;
    private final Openings openings = new Openings();
    private final Set<Path> looked = new HashSet<>();

    SegmentUpkeep(Path journal, RetentionLimits limits, Indexes indexes, Holds holds, JournalReader reader) {
        this.journal = journal;
        this.limits = limits;
        this.indexes = indexes;
        this.holds = holds;
        this.reader = reader;
    }

    /**
     * Does what there is to do.
     *
     * @param newestNanos the latest instant at which anything was taken in; {@link Long#MIN_VALUE} when that is not known,
     *     and nothing is old then
     * @return how many bytes less the finished segments take
     */
    long round(JournalNeeds needs, long newestNanos) throws IOException {
        finishRemoval();
        List<Path> begun = openings.begun(journal);
        for (int i = 0; i < begun.size() - 1; i++) {
            lookAfter(begun.get(i));
        }
        long before = finishedBytes(begun);
        archive(begun, newestNanos);
        remove(begun, needs, newestNanos);
        return before - finishedBytes(begun);
    }

    private static long finishedBytes(List<Path> begun) throws IOException {
        return Segments.bytesOf(begun.subList(0, Math.max(0, begun.size() - 1)));
    }

    private boolean isOld(Path folder, long afterNanos, long newestNanos) throws IOException {
        return afterNanos > 0
                && newestNanos != Long.MIN_VALUE
                && indexes.of(folder).latestTakenAtNanos() <= newestNanos - afterNanos;
    }

    private void finishRemoval() throws IOException {
        for (Path folder : Segments.removed(journal)) {
            Segments.delete(folder);
        }
        List<Path> begun = openings.begun(journal);
        long through = Beginning.removedThrough(journal);
        int count = 0;
        while (count < begun.size() - 1 && openings.of(begun.get(count + 1)).previousSequence() <= through) {
            count++;
        }
        delete(begun.subList(0, count));
    }

    /** Finishes what was begun with a segment, and gives it the index it may be missing. Once for each. */
    private void lookAfter(Path folder) throws IOException {
        if (!looked.add(folder)) {
            return;
        }
        Files.deleteIfExists(temporary(Segments.archive(folder)));
        if (Files.exists(Segments.archive(folder)) && Files.exists(Segments.file(folder))) {
            deleteOriginal(folder);
        }
        Path file = Segments.indexFile(folder);
        if (IndexFile.read(file).isEmpty()) {
            IndexFile.write(file, indexes.of(folder));
        }
    }

    private void archive(List<Path> begun, long newestNanos) throws IOException {
        long bytesBehind = 0;
        for (int i = begun.size() - 1; i >= 0; i--) {
            Path folder = begun.get(i);
            if (Segments.isArchived(folder)) {
                return; // and so are all before it
            }
            if (i < begun.size() - 1) {
                boolean old = isOld(folder, limits.archiveAfterNanos(), newestNanos);
                boolean far = limits.archiveBeyondBytes() > 0 && bytesBehind >= limits.archiveBeyondBytes();
                if (old || far) {
                    archiveThrough(begun, i);
                    return;
                }
            }
            bytesBehind += Segments.bytes(folder);
        }
    }

    /** Oldest first, so that nothing is ever archived behind what is not. */
    private void archiveThrough(List<Path> begun, int last) throws IOException {
        for (int i = 0; i <= last; i++) {
            if (!Segments.isArchived(begun.get(i))) {
                archive(begun.get(i), openings.of(begun.get(i + 1)).previousSequence());
            }
        }
    }

    private void archive(Path folder, long lastSequence) throws IOException {
        Path archive = Segments.archive(folder);
        Path temporary = temporary(archive);
        SegmentIndex written;
        try (FrameCursor original = new SegmentReader(Segments.file(folder))) {
            written = ArchiveWriter.write(temporary, original);
            if (written.nextSequence() != lastSequence + 1) {
                throw new JournalDamagedException(
                        original.file().toString(),
                        original.position(),
                        "it cannot be archived: the last whole frame ends with sequence " + (written.nextSequence() - 1)
                                + ", but the next file follows on sequence " + lastSequence);
            }
        }
        SegmentIndex readBack = readBack(temporary, written);
        IndexFile.write(folder.resolve("archive.index"), readBack);
        Files.move(temporary, archive, StandardCopyOption.ATOMIC_MOVE);
        Segments.forceFolder(folder);
        deleteOriginal(folder);
        indexes.put(folder, readBack);
    }

    private static SegmentIndex readBack(Path archive, SegmentIndex written) throws IOException {
        try (ArchiveReader cursor = new ArchiveReader(archive)) {
            SegmentIndex read = IndexBuilder.read(cursor);
            boolean same = cursor.isAtEnd()
                    && read.journalId() == written.journalId()
                    && read.firstSequence() == written.firstSequence()
                    && read.nextSequence() == written.nextSequence()
                    && read.latestTakenAtNanos() == written.latestTakenAtNanos()
                    && read.rules().size() == written.rules().size();
            if (!same) {
                throw new IOException(archive + " does not read as it was written");
            }
            return read;
        }
    }

    private void deleteOriginal(Path folder) throws IOException {
        for (Path file : Segments.originals(folder)) {
            Files.deleteIfExists(file);
        }
        Segments.forceFolder(folder);
        indexes.forget(folder);
    }

    private void remove(List<Path> begun, JournalNeeds needs, long newestNanos) throws IOException {
        long needed = needs.oldestNeededSequence();
        long bytes = Segments.bytesOf(begun);
        int count = 0;
        for (int i = 0; i < begun.size() - 1; i++) {
            boolean old = isOld(begun.get(i), limits.keepNanos(), newestNanos);
            boolean much = limits.keepBytes() > 0 && bytes > limits.keepBytes();
            long last = openings.of(begun.get(i + 1)).previousSequence();
            if (!(old || much) || last >= needed || holds.isHeld(last)) {
                break;
            }
            if (saysItsRules(begun.get(i + 1), last)) {
                count = i + 1;
            }
            bytes -= Segments.bytes(begun.get(i));
        }
        if (count > 0) {
            List<Path> going = new ArrayList<>(begun.subList(0, count));
            long through = openings.of(begun.get(count)).previousSequence();
            if (holds.removeUnlessHeld(through, () -> commitRemoval(going, through))) {
                delete(going);
            }
        }
    }

    /** Whether a file tells the rules it began with, or there were none: then nothing before it is needed for them. */
    private boolean saysItsRules(Path folder, long sequenceBefore) throws IOException {
        return indexes.ofGrowing(folder).carriesRules()
                || reader.rulesAt(sequenceBefore).isEmpty();
    }

    private void commitRemoval(List<Path> folders, long through) throws IOException {
        Beginning.write(journal, through);
        rename(folders);
    }

    private void rename(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            Files.move(folder, removed(folder), StandardCopyOption.ATOMIC_MOVE);
            indexes.forget(folder);
        }
        Segments.forceFolder(journal);
    }

    private void delete(List<Path> folders) throws IOException {
        if (folders.stream().anyMatch(Files::exists)) {
            rename(folders);
        }
        for (Path folder : folders) {
            Segments.delete(removed(folder));
        }
    }

    private static Path removed(Path folder) {
        return folder.resolveSibling(folder.getFileName() + Segments.REMOVED);
    }

    private static Path temporary(Path file) {
        return file.resolveSibling(file.getFileName() + Segments.TEMPORARY);
    }
}
