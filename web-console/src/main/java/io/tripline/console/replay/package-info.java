/**
 * {@code tripline replay}: recorded events through a node in memory, outcomes out.
 *
 * <pre>
 *   files ─► EventFile ─► EventInput (NDJSON or CSV) ─► EventBatch ─► Node in memory ─► OutcomeFile
 *            this thread decodes                                      its threads run the rules
 * </pre>
 */
package io.tripline.console.replay;
