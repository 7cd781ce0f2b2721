/** Another engine under the workloads, in a process of its own. */
package io.tripline.perf.peers;
