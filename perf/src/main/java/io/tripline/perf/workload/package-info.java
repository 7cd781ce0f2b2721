/** Workloads: what is posted or replayed, how fast, and whether the answers were right. */
package io.tripline.perf.workload;
