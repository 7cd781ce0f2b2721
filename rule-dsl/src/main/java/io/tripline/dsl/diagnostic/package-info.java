/**
 * What there is to say about a text, where, and how it is printed. Knows nothing of the language: every other package of
 * the compiler may use it, and it uses none of them.
 */
package io.tripline.dsl.diagnostic;
