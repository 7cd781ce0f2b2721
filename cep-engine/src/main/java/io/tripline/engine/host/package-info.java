/**
 * One node: what stands between the threads that take input and the pure engine.
 *
 * <pre>
 *   submit, publish ──► ring ──► journal ──┬──► engine 0 ──┬──► outcomes ──► OutcomeSink
 *   (any thread)        of       1 thread  ├──► engine 1 ──┘    merged by (sequence, rule)
 *                       slots              └──► acknowledge: futures are completed
 * </pre>
 *
 * <p>A slot of the ring holds a batch of events or a rule change. The journal handler looks for duplicates, gives out
 * sequences, appends, and forces once for all slots that were waiting; only then does the ring let the others see them.
 * So nothing is acknowledged and no engine knows of anything that is not durable. Every engine reads every slot and
 * takes the keys of its partition.
 *
 * <p>At start the journal's entries go the same way, except that they are not journaled again and that only outcomes
 * after {@link io.tripline.engine.port.OutcomeSink#position} are handed over.
 *
 * <p>A step that fails for good stops the node: it takes no input, says why, and goes on only after a restart, which
 * replays what is durable. What may pass by itself (a full disk, a sink that does not take outcomes) is tried again.
 */
package io.tripline.engine.host;
