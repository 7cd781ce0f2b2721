import type { Action, Diagnostic as EditorDiagnostic } from '@codemirror/lint';
import type { Fix } from '../../api/language';
import type { Diagnostic } from '../../api/rules';

/**
 * What the compiler says of one file as the editor underlines it. Diagnostics of other files are left out; offsets are
 * kept within the text, and an empty piece grows to one character so that it can be seen.
 */
export function underlinesOf(
  diagnostics: readonly Diagnostic[],
  file: string,
  textLength: number,
): EditorDiagnostic[] {
  return diagnostics
    .filter((diagnostic) => diagnostic.file === file)
    .map((diagnostic) => ({
      ...rangeOf(diagnostic, textLength),
      severity: diagnostic.level,
      message: messageOf(diagnostic),
      renderMessage: () => renderMessage(diagnostic),
      actions: (diagnostic.fixes ?? []).map((fix) => actionOf(fix, textLength)),
    }));
}

/** The edits are of the text that was checked: when it is another by now, a new check is under way. */
function actionOf({ title, edits }: Fix, textLength: number): Action {
  return {
    name: title,
    apply: (view) => {
      if (view.state.doc.length !== textLength) return;
      view.dispatch({ changes: edits.map(({ from, to, text: insert }) => ({ from, to, insert })) });
    },
  };
}

function rangeOf({ offset, endOffset }: Diagnostic, textLength: number): { from: number; to: number } {
  const from = Math.min(Math.max(offset, 0), textLength);
  const to = Math.min(Math.max(endOffset, from), textLength);
  if (to > from) return { from, to };
  return from < textLength ? { from, to: from + 1 } : { from: Math.max(from - 1, 0), to: from };
}

function messageOf({ message, hint }: Diagnostic): string {
  return hint ? `${message}\n${hint}` : message;
}

function renderMessage({ message, hint }: Diagnostic): Node {
  const node = document.createElement('div');
  node.append(message);
  if (hint) {
    const line = document.createElement('div');
    line.className = 'diagnostic-hint';
    line.textContent = hint;
    node.append(line);
  }
  return node;
}

/** Errors before warnings, this file before others, then by place. */
export function inReadingOrder(diagnostics: readonly Diagnostic[], file: string): Diagnostic[] {
  const rank = (diagnostic: Diagnostic) =>
    (diagnostic.level === 'error' ? 0 : 2) + (diagnostic.file === file ? 0 : 1);
  return [...diagnostics].sort(
    (left, right) => rank(left) - rank(right) || left.line - right.line || left.column - right.column,
  );
}

/** `2 errors, 1 warning`; empty when there is nothing to say. */
export function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ level }) => level === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [];
  if (errors > 0) parts.push(errors === 1 ? '1 error' : `${errors} errors`);
  if (warnings > 0) parts.push(warnings === 1 ? '1 warning' : `${warnings} warnings`);
  return parts.join(', ');
}
