/**
 * The form in which an engine's state is kept outside of it: compact, versioned, and equal for equal states.
 *
 * <pre>
 *   Engine ──► the classes that hold state, each writes itself ──► StateWriter ──► StateParts ──► StateDigest, or a disk
 *   Engine ◄── the same classes, each reads what it wrote      ◄── StateReader ◄── StateParts
 * </pre>
 *
 * <p>A class that holds state has its {@code writeState} beside the fields it is about; how it lies in memory (the head of a
 * ring, the places of a hash table, what is shared) is not written unless something follows from it. This package knows
 * numbers, texts, values and events, and none of those classes.
 *
 * <p>A state is cut in {@link io.tripline.engine.snapshot.StateParts parts}, one for each key of a rule and a few for what
 * is no key's. Events are written once in a part and then referred to. {@link
 * io.tripline.engine.snapshot.StateForm#VERSION} says which form it is; a state of another form is made again from the
 * journal.
 *
 * <p>The package is pure.
 */
package io.tripline.engine.snapshot;
