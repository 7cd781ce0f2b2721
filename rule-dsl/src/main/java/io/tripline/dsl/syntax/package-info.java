/**
 * Text to syntax records. {@link io.tripline.dsl.syntax.RuleParser} is the one way in; no ANTLR type comes out.
 *
 * <pre>
 *   text ──RuleLexer──► tokens ──TriplineParser──► parse tree ──DeclarationBuilder──► SyntaxNode records
 *                         │          │                              │
 *                  NestingGuard  ClauseRecovery                LiteralReader
 *                         └──────────┴────── Diagnostic ────────────┘
 * </pre>
 *
 * <p>Only what the text looks like is decided here; what its names and types mean is decided in {@code check}.
 */
package io.tripline.dsl.syntax;
