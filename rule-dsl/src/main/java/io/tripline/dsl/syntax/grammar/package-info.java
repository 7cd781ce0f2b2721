/**
 * The grammar: lexer and parser are generated from {@code src/main/antlr4}. Generated classes have to be public, but
 * nothing outside {@code io.tripline.dsl.syntax} may see this package.
 */
package io.tripline.dsl.syntax.grammar;
