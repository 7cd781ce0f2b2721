/**
 * Snapshots on the disk.
 *
 * <pre>
 *   data/snapshots/00000000000004711.new/     while it is written: never looked at, removed at the next start
 *   data/snapshots/00000000000004711/         named when all of it is forced
 *       node.parts                            what is no engine's: the rules, the sources, the ids that are remembered
 *       engine-0.parts, engine-1.parts …      the state of each partition's engine, part by part
 *       manifest                              which snapshot it is, and what the files are
 * </pre>
 *
 * <p>A file of parts is written from its beginning to its end in blocks, each with a CRC32C; {@link
 * io.tripline.engine.state.PartsFile} says how. A snapshot without its manifest, or whose files are not what the manifest
 * says, is none: there is an older one, or the journal.
 */
package io.tripline.engine.state;
