package io.tripline.perf.engine;

/** What an engine reports where several starts of a sequence complete on one event. */
public enum Reading {
    /** The earliest; everything that started by then is dropped. Tripline's default. */
    AFRESH,
    /** Each start, once; nothing else is dropped. */
    EVERY_START
}
