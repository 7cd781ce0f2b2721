package io.tripline.engine.journal;

import java.util.List;

/**
 * What a verification has found.
 *
 * @param segments in order
 * @param damages in the order of the journal; empty when it is as it was written
 * @param entries whole ones
 * @param bytes of the files that were read
 */
public record VerifyReport(List<Segment> segments, List<Damage> damages, long entries, long bytes) {

    public VerifyReport {
        segments = List.copyOf(segments);
        damages = List.copyOf(damages);
    }

    /**
     * One file.
     *
     * @param firstSequence of its first whole entry; 0 when it has none
     * @param lastSequence of its last whole entry; 0 when it has none
     * @param entries whole ones in it
     */
    public record Segment(String file, long bytes, long firstSequence, long lastSequence, long entries) {}

    /**
     * Something that is not as it was written.
     *
     * @param position offset in bytes in the file
     * @param detail what is wrong there
     * @param behind where it goes on, or that it does not
     */
    public record Damage(String file, long position, String detail, String behind) {}

    public boolean isWhole() {
        return damages.isEmpty();
    }
}
