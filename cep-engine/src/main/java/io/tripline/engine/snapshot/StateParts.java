package io.tripline.engine.snapshot;

/** Takes the parts of a state. They come in any order; each has another name. */
@FunctionalInterface
public interface StateParts {

    /**
     * A part.
     *
     * @param name of the part; not used again
     * @param bytes hold what was written, from index 0; used again after the call
     * @param length how much that is
     */
    void part(byte[] name, byte[] bytes, int length);
}
