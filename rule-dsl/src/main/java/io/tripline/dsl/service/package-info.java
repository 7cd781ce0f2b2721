/**
 * What editors ask about rule files: what is wrong, what can be written here, what does this mean, where is it declared,
 * what would it take to call it something else. {@link io.tripline.dsl.service.LanguageService} is the one way in.
 *
 * <pre>
 *   Workspace.with(file) ──► OpenFile: words, syntax, lines
 *        │                     │
 *        │       words up to the cursor ──CursorReader──► Cursor ──Completer──► Completions
 *        │                     │
 *        │               syntax records ──DeclarationNames──► Occurrence: what each name means
 *        │                                                      │
 *        │               Hovers, References, Renaming, SemanticTokens
 *        └──check──► Diagnostic ──QuickFixes──► TextEdit
 * </pre>
 *
 * <p>Completion looks at words, not at syntax, because where somebody is writing the syntax is not whole. Lines and
 * characters are counted from 0, characters in UTF-16 code units, as the Language Server Protocol does.
 */
package io.tripline.dsl.service;
