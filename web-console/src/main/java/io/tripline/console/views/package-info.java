/** Views over HTTP: which there are, and their rows. */
package io.tripline.console.views;
