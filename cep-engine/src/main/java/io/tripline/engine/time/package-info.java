/**
 * Event time: how far each source has come, which events are late, and how far the past is settled.
 *
 * <p>The package is pure: time is what events say it is.
 */
package io.tripline.engine.time;
