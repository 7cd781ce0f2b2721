/**
 * Typed binary events: how an event lies in memory and in the journal.
 *
 * <pre>
 *   offset            size
 *   0                 4     length of the whole event in bytes
 *   4                 4     index of its type in the catalogue
 *   8                 8     event time, nanoseconds since 1970
 *   16                8·m   presence bits, m = ⌈fields / 64⌉, bit i of word i/64 for field i
 *   16 + 8·m          8·n   one slot for each of the n fields
 *   16 + 8·m + 8·n          texts, lists, addresses and positions
 * </pre>
 *
 * <p>All numbers are little-endian. A slot holds an int, timestamp or duration as it is; a float as its bits; a bool as
 * 0 or 1; an enum as the place of its name; a decimal as {@link io.tripline.engine.event.Decimals} packs it; anything
 * else as {@code offset << 32 | length} of its bytes, the offset counted from the start of the event. A text's bytes are
 * UTF-8 and stand behind 8 bytes of their hash, so that comparing texts rarely has to read them.
 *
 * <p>The package is pure: no clock, no files, no threads.
 */
package io.tripline.engine.event;
