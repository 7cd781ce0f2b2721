/** Experiments on the journal without HTTP around it, so that a fault hits the call it is meant for. */
package io.tripline.perf.journal;
