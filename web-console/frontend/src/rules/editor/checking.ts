import { linter, lintGutter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { checkRuleText, type Diagnostic } from '../../api/rules';
import { underlinesOf } from './diagnostics';

const REST_MILLIS = 300;

export type CheckResult =
  | { state: 'checking' }
  | { state: 'checked'; diagnostics: Diagnostic[] }
  | { state: 'failed'; error: unknown };

/** Has the node's compiler check the text when the typing rests. A newer text gives up the check of an older one. */
export function checkWhileTyping(file: string, onResult: (result: CheckResult) => void): Extension {
  let running: AbortController | null = null;
  return [
    lintGutter(),
    linter(
      async (view) => {
        running?.abort();
        const current = new AbortController();
        running = current;
        onResult({ state: 'checking' });
        const text = view.state.doc.toString();
        try {
          const diagnostics = await checkRuleText(file, text, current.signal);
          if (!current.signal.aborted) onResult({ state: 'checked', diagnostics });
          return underlinesOf(diagnostics, file, text.length);
        } catch (error) {
          if (!current.signal.aborted) onResult({ state: 'failed', error });
          return [];
        }
      },
      { delay: REST_MILLIS },
    ),
  ];
}
