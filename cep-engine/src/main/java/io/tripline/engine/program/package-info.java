/**
 * Rules as programs: a pattern becomes an automaton whose states are the steps (the event taken last) and whose ways say
 * which step may take the next event and what happens to the rounds of the repetitions on the way there, as in the
 * position automaton of Glushkov (1961), with counters instead of unrolled copies.
 *
 * <pre>
 *   RulePlan ──► ProgramCompiler ──► Program ──► ProgramListing (text)
 *                    PatternWays ──►   Step, Loop, Way, Move
 * </pre>
 *
 * <p>A program never changes. Its conditions hold scratch space, so a program belongs to one engine. The package is pure.
 */
package io.tripline.engine.program;
