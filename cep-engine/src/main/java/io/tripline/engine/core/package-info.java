/**
 * The engine: a command in, outcomes out. A pure state machine: no clock, no files, no threads, no randomness, no
 * logging. What is fast, durable or distributed is the work of the host around it; what is right is decided here.
 */
package io.tripline.engine.core;
