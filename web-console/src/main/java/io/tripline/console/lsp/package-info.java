/**
 * The language service as a Language Server (LSP 3.17) over a pair of streams. It knows the protocol and files; what is
 * answered is decided in {@code io.tripline.dsl.service}.
 *
 * <pre>
 *   editor ──didOpen, didChange──► OpenDocuments ──► Workspace (immutable) ──LanguageService──► answer
 *                                       │
 *                                       └──publishDiagnostics──► editor
 * </pre>
 */
package io.tripline.console.lsp;
