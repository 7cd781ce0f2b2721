/** Rule files over HTTP: what the node runs, changing it, and what the compiler says. */
package io.tripline.console.rules;
