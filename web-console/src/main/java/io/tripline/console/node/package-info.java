/** A node as a process: its parts, the order in which they start and stop, and the server in front of them. */
package io.tripline.console.node;
