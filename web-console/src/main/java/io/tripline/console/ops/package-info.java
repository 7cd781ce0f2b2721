/** How the node is doing, over HTTP. */
package io.tripline.console.ops;
