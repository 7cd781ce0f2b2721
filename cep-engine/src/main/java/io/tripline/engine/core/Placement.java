package io.tripline.engine.core;

/**
 * Where a rule runs: each key in its partition, or all keys in the first one.
 *
 * @param partition that of the engine
 * @param inOnePlace whether all keys run in the first partition, because rules act on each other
 */
record Placement(Partition partition, boolean inOnePlace) {

    boolean handles(long keyHash) {
        return inOnePlace ? partition.isFirst() : partition.handles(keyHash);
    }
}
