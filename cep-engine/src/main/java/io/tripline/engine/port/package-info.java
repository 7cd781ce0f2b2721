/**
 * What the engine's host asks of its surroundings: a journal, a clock, somewhere for outcomes to go. Interfaces and
 * values only; the package is pure, so a simulation can stand behind each of them.
 */
package io.tripline.engine.port;
