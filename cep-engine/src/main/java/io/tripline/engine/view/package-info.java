/**
 * Views: rows over windows of time, group by group, published as soon as time has passed their windows and put right by
 * events that come late.
 *
 * <pre>
 *   event ──► ViewRunner ──► ViewProgram (does it count, in which group) ──► ViewWindows (panes, sessions, sliding)
 *   time  ──►     │                                                              │ what a window comes to
 *                 ▼                                                              ▼
 *             RowChange ◄──────────── RowBook (is that new, a revision, nothing) ◄──── RowWriter
 * </pre>
 *
 * <p>The package is pure.
 */
package io.tripline.engine.view;
