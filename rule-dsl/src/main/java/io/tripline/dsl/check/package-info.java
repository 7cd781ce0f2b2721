/** What the compiler says about a text: diagnostics as values, never exceptions. */
package io.tripline.dsl.check;
