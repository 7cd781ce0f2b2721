/**
 * The JSON shapes of events, alerts and outcomes: one place, so that the API, the webhooks and {@code tripline replay}
 * print the same. Every writer here gives the same bytes for the same input on every Java version: fields stand in a
 * fixed order, decimals are plain, and floats are written by Jackson's own shortest-form algorithm.
 */
package io.tripline.alerting.json;
