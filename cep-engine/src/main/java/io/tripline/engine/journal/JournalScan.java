package io.tripline.engine.journal;

import io.tripline.engine.port.JournalDamagedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Goes over every frame of a journal, also over those behind damage. Unlike a start it goes on: what cannot be read is
 * reported, and the next whole frame looked for.
 */
final class JournalScan {

    /** Hears what is there. */
    interface Listener {

        /** A segment begins, in this file. */
        void segment(Path file) throws IOException;

        /** A whole frame, whatever its kind. */
        void frame(FrameCursor frame) throws IOException;

        /** The segment is over. */
        void segmentEnd(FrameCursor cursor) throws IOException;

        /** Something is not as it was written. */
        void damage(VerifyReport.Damage damage);
    }

    private final Path journal;
    private final Listener listener;
    private OptionalLong journalId = OptionalLong.empty();
    private long expected;
    private boolean gapKnown;
    private Optional<Long> broken = Optional.empty();

    JournalScan(Path journal, Listener listener) {
        this.journal = journal;
        this.listener = listener;
    }

    void run() throws IOException {
        long removedThrough = 0;
        try {
            removedThrough = Beginning.removedThrough(journal);
        } catch (JournalDamagedException e) {
            listener.damage(new VerifyReport.Damage(e.file(), e.position(), e.getMessage(), "nothing is lost by it"));
        }
        expected = removedThrough + 1;
        List<Path> folders = Segments.list(journal);
        for (int i = 0; i < folders.size(); i++) {
            boolean isLast = i == folders.size() - 1;
            if (isLast && Segments.bytes(folders.get(i)) == 0) {
                return; // a crash has kept it from being begun
            }
            if (Segments.bytes(folders.get(i)) == 0) {
                damage(Segments.file(folders.get(i)), 0, "the file is missing or empty", "");
                continue;
            }
            try (FrameCursor cursor = Segments.open(folders.get(i))) {
                listener.segment(cursor.file());
                segment(cursor, isLast, removedThrough);
                listener.segmentEnd(cursor);
            }
        }
    }

    private void segment(FrameCursor cursor, boolean isLast, long removedThrough) throws IOException {
        boolean closed = false;
        boolean any = false;
        while (!closed) {
            if (cursor.next()) {
                closed = cursor.kind() == Frame.KIND_CLOSE;
                follow(cursor, !any, removedThrough);
                any = true;
                listener.frame(cursor);
            } else if (endsHere(cursor, isLast, any) || !skip(cursor)) {
                break;
            }
        }
        if (broken.isPresent()) {
            tellBroken(cursor, "nothing that can be read is behind it in this file");
        }
    }

    /** Moves behind damage, which is told when it is clear what comes then. */
    private boolean skip(FrameCursor cursor) throws IOException {
        broken = Optional.of(broken.orElse(cursor.position()));
        return cursor.skipToWhole(journalId);
    }

    /** Compares a frame with what is to come. */
    private void follow(FrameCursor frame, boolean isFirst, long removedThrough) {
        if (broken.isPresent()) {
            tellBroken(
                    frame,
                    "from byte " + frame.position() + " on it can be read again, with sequence "
                            + frame.firstSequence());
        }
        if (journalId.isPresent() && journalId.getAsLong() != frame.journalId()) {
            damage(frame.file(), frame.position(), "it belongs to another journal", "");
        }
        journalId = OptionalLong.of(frame.journalId());
        long follows = isFirst && frame.isOpening() ? frame.previousSequence() + 1 : frame.firstSequence();
        boolean ofWhatWasRemoved = isFirst && follows <= removedThrough;
        if (follows != expected && !gapKnown && !ofWhatWasRemoved) {
            damage(
                    frame.file(),
                    frame.position(),
                    "sequence " + expected + " was to come, and " + follows + " is here",
                    "");
        }
        gapKnown = false;
        expected = frame.holdsEntry() ? frame.lastSequence() + 1 : frame.firstSequence();
    }

    /** Whether the chain may end where it does. */
    private boolean endsHere(FrameCursor cursor, boolean isLast, boolean any) throws IOException {
        if (cursor instanceof ArchiveReader archive) {
            return archive.isAtEnd();
        }
        if (!isLast) {
            // It was cut behind its last frame by the start after a crash.
            return any && cursor.position() == Files.size(cursor.file());
        }
        return cursor.evidenceAgainstEnd(expected, journalId).isEmpty();
    }

    private void tellBroken(FrameCursor cursor, String behind) {
        damage(
                cursor.file(),
                broken.orElseThrow(),
                "no whole frame is here; sequence " + expected + " was to come",
                behind);
        broken = Optional.empty();
        gapKnown = true;
    }

    private void damage(Path file, long position, String detail, String behind) {
        listener.damage(new VerifyReport.Damage(file.toString(), position, detail, behind));
    }
}
