/** Alerts over HTTP: lists, single ones, and changes as they happen. */
package io.tripline.console.alerts;
