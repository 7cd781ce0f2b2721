/**
 * What changes from one rule set to another: which changes everything that exists goes on to work with, which break
 * something, and what they break. Plans in, values out.
 */
package io.tripline.dsl.evolution;
