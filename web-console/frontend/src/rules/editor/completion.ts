import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { EditorState, Extension } from '@codemirror/state';
import { complete, type CompletionItem, type Completions } from '../../api/language';
import { renderMarkdown } from './markdown';

/** What the icons of the list are called by, and so coloured. */
const KINDS: Readonly<Record<string, string>> = {
  event: 'class',
  table: 'class',
  view: 'class',
  field: 'property',
  step: 'variable',
  function: 'function',
  keyword: 'keyword',
  type: 'type',
};

/** The first items stand first, whatever the editor makes of their letters. */
const MOST_BOOST = 99;

/** Asks the node's language service what can be written at the cursor. */
export function completeRules(file: string): Extension {
  return autocompletion({
    icons: false,
    maxRenderedOptions: 60,
    override: [(context) => completionsAt(context, file)],
  });
}

export async function completionsAt(
  context: CompletionContext,
  file: string,
): Promise<CompletionResult | null> {
  if (!context.explicit && !isAsked(context)) return null;
  const stopped = new AbortController();
  context.addEventListener('abort', () => stopped.abort(), { onDocChange: true });
  const text = context.state.doc.toString();
  try {
    const found = await complete({ file, text, offset: context.pos }, stopped.signal);
    return resultOf(found, context.state);
  } catch {
    // Without an answer there is no list; that the node does not answer is said beside the editor by its check.
    return null;
  }
}

/** While a word is written, and behind a dot or an `@`. */
function isAsked(context: CompletionContext): boolean {
  return context.matchBefore(/[\w.@]/) !== null;
}

export function resultOf({ from, items }: Completions, state: EditorState): CompletionResult | null {
  const options = items.map((item, rank) => optionOf(item, rank, state));
  return options.length === 0 ? null : { from, options, validFor: /^\w*$/ };
}

function optionOf(item: CompletionItem, rank: number, state: EditorState): Completion {
  const option: Completion = {
    label: item.label,
    detail: item.detail,
    boost: Math.max(-MOST_BOOST, MOST_BOOST - rank),
  };
  const type = KINDS[item.kind];
  if (type) option.type = type;
  if (item.documentation) option.info = () => renderMarkdown(item.documentation, state);
  return option;
}
