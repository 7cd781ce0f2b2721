/** What snapshots cost, what they save, and whether they are what a replay comes to. */
package io.tripline.perf.state;
