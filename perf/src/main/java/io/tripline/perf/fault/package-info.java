/** Experiments behind the promises of docs/RELIABILITY.md. */
package io.tripline.perf.fault;
