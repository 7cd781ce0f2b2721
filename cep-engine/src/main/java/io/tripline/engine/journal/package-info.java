/**
 * The journal on the disk: Chronicle Queue for the fast mapped write, and around it what makes it durable.
 *
 * <pre>
 *   journal/
 *     removed                      how far the journal was removed, when it was
 *     00000001/  archive.tra       frames in compressed blocks: an old segment
 *                archive.index     where in it, roughly
 *     00000002/  19700101F.cq4     frames, one in each excerpt
 *                metadata.cq4t     Chronicle's own
 *                index             where in it, roughly; made when it is finished
 *     00000003/  …                 one folder for each start and each roll
 * </pre>
 *
 * <p>A file is written by the process that made it and by no other: each start and each roll begins a new one, so
 * nothing is ever appended behind what a crash has left. Blocks are allocated ahead of the mapped writes, because a
 * mapped write to a full disk cannot report it; a group of frames is made durable by {@code FileChannel.force}. Files
 * are read without Chronicle, as a chain of excerpts, so that no damage in Chronicle's own bytes can mislead or stop the
 * reading of ours.
 *
 * <p>One thread writes, one looks after what is finished, any number read:
 *
 * <pre>
 *   ChronicleJournal ── FrameWriter ── SegmentWriter        append, force
 *        │ shows how far                    │ IndexBuilder ── Indexes ── IndexFile
 *   FolderReader ── RangeReading ── FrameCursor: SegmentReader, ArchiveReader
 *        │ Holds
 *   SegmentUpkeep ── ArchiveWriter, Beginning               archive, remove
 * </pre>
 *
 * <p>Only this package knows of Chronicle. Clocks have no say in it.
 */
package io.tripline.engine.journal;
