/**
 * Rules for a bank's payments, and a stream to try them on in which every attack is known.
 *
 * <pre>
 *   PaymentStreamOptions ──► PaymentStream ──► PaymentEvent …   in the order of their times
 *                                 │
 *                                 └──────────► Attack …         what each must be answered with
 * </pre>
 *
 * <p>The stream is a pure function of its options: no clock, no files, no threads. It is built from episodes, each of
 * one customer: a piece of ordinary life, an attack, or a near miss that only looks like one. Between two episodes of a
 * customer lies more time than any rule looks back, so a rule sees one episode at a time and nothing fires by chance.
 */
package io.tripline.examples;
