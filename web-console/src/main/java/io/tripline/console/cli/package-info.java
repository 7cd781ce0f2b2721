/** The command line: {@code tripline check}, {@code replay}, {@code run} and {@code demo}. */
package io.tripline.console.cli;
