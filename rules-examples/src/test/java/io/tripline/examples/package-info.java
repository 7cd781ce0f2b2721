/** What the stream promises, checked with the real compiler and the real engine. */
package io.tripline.examples;
