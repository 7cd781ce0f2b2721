/**
 * The runnable application, package by feature. Controllers are package-private; {@code node} wires the parts together,
 * {@code cli} is the way in.
 *
 * <pre>
 *   cli ──► node ──► ingest · rules · alerts · delivery · ops ──► decode · problem
 *    ├────► replay
 *    └────► demo
 * </pre>
 */
package io.tripline.console;
