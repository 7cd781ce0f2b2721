/**
 * What speed and faults look like from outside: commands that start a real node as a process of its own, load it, kill
 * it, fill its disk, and compare answers before they believe a figure. {@code perf/run --help} lists them.
 */
package io.tripline.perf;
