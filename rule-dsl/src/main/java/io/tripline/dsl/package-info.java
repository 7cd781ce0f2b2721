/**
 * The rule language: text in, a typed, checked, parser-free plan out.
 *
 * <pre>
 *   SourceFile ──syntax──► declarations ──check──► RuleSetPlan
 *                  │                        │
 *                  └──── Diagnostic ◄───────┘
 * </pre>
 *
 * <p>Everything in this module is a pure function of the text: no clock, no files, no threads. {@link
 * io.tripline.dsl.RuleCompiler} is the one way in; the engine, the command line and the editor all use it.
 */
package io.tripline.dsl;
