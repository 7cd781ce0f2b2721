/** How a node is configured: names, units, defaults, and where the values come from. */
package io.tripline.console.settings;
