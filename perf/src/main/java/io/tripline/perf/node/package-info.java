/** A node as its users have it: a process, a data directory, an HTTP port. */
package io.tripline.perf.node;
