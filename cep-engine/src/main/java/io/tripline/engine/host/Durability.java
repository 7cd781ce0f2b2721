package io.tripline.engine.host;

/** What an acknowledged event survives. */
public enum Durability {
    /** The loss of power: it is on the disk before it is acknowledged. */
    DISK,
    /** The death of the process: the operating system has it. */
    PROCESS
}
