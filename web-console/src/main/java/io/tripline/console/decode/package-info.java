/**
 * From what services send to typed binary events: JSON in its three shapes, and the texts of single values, which CSV
 * files have too.
 *
 * <pre>
 *   bytes ──EventTexts──► text of one event ──EventDecoder──► EventWriter
 *                                             │
 *                                             └─ EventError: line, pointer, code, what was seen, what to write instead
 * </pre>
 *
 * <p>Streaming throughout: no tree and no map is built, and memory is bounded by {@link
 * io.tripline.console.decode.DecodeLimits}, not by the body.
 */
package io.tripline.console.decode;
