/** The engine beside the oracle of its tests, for as many random pairs of rules and streams as one has time for. */
package io.tripline.perf.oracle;
