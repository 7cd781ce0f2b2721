/**
 * What many values come to: exact sums, counted sets, and accumulations that partial matches can share.
 *
 * <p>The package is pure and knows {@code value} only.
 */
package io.tripline.engine.aggregate;
