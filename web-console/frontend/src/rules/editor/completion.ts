import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { EventSummary, FieldSummary } from '../../api/rules';
import { knownEvents } from './declaredEvents';
import { AGGREGATES, CLAUSES, DECLARATIONS, OPERATORS, SEVERITY_WORDS, TYPES } from './vocabulary';

/** Completes what is known at the cursor. `ofOtherFiles` is asked each time, as it may change while writing. */
export function completeRules(ofOtherFiles: () => readonly EventSummary[]): Extension {
  return autocompletion({
    icons: false,
    override: [(context) => completionsAt(context, ofOtherFiles())],
  });
}

export function completionsAt(
  context: CompletionContext,
  ofOtherFiles: readonly EventSummary[],
): CompletionResult | null {
  const word = context.matchBefore(/\w*/);
  if (!word || (word.from === word.to && !context.explicit && !endsWith(context, word.from, '.')))
    return null;
  const text = context.state.doc.toString();
  const before = blockBefore(text, word.from);
  if (isInPlainString(before)) return null;
  const options = optionsAt(before, knownEvents(text, ofOtherFiles));
  return options.length === 0 ? null : { from: word.from, options, validFor: /^\w*$/ };
}

function optionsAt(before: string, events: readonly EventSummary[]): Completion[] {
  const steps = stepsOf(before);
  const owner = /([A-Za-z_]\w*)\.$/.exec(before)?.[1];
  if (owner) return fieldsOf(events, steps.get(owner) ?? owner);
  if (/^\s*event\b[^}]*$/.test(before)) return words(TYPES, 'type');
  if (/\bseverity\s+$/.test(before)) return words(SEVERITY_WORDS, 'severity');
  if (/[\w)\]]\s*:\s*$|\bon\s+\w+\s*:\s*$/.test(before)) return eventTypes(events);
  if (/\bby\s+(?:\w+\s*,\s*)*$/.test(before)) return commonFields(events);

  const filtered = /([A-Z]\w*)\s*\[[^\]]*$/.exec(before)?.[1];
  const near = filtered ? fieldsOf(events, filtered) : [];
  const stepNames = [...steps].map(([name, type]) => ({
    label: name,
    detail: type,
    type: 'variable',
    boost: 2,
  }));
  return [
    ...near.map((field) => ({ ...field, boost: 3 })),
    ...stepNames,
    ...eventTypes(events),
    ...AGGREGATES.map(({ name, what }) => ({ label: name, detail: what, type: 'function' })),
    ...words([...CLAUSES, ...OPERATORS, ...DECLARATIONS], 'keyword'),
  ];
}

/** The text from the start of the declaration that the place is in. */
function blockBefore(text: string, place: number): string {
  const before = text.slice(0, place);
  const starts = [...before.matchAll(/^\s*(?:event|rule)\b/gm)];
  return before.slice(starts.at(-1)?.index ?? 0);
}

/** Inside quotes and not inside an expression in braces. */
function isInPlainString(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const stack: string[] = [];
  for (const char of line) {
    if (char === '"' && stack.at(-1) === '"') stack.pop();
    else if (char === '"') stack.push('"');
    else if (char === '{' && stack.at(-1) === '"') stack.push('{');
    else if (char === '}' && stack.at(-1) === '{') stack.pop();
  }
  return stack.at(-1) === '"';
}

/** The steps named so far, each with its event type. */
function stepsOf(before: string): Map<string, string> {
  const steps = new Map<string, string>();
  for (const match of before.matchAll(/\b([a-z_]\w*)\s*:\s*([A-Z]\w*)/g)) {
    if (match[1] && match[2]) steps.set(match[1], match[2]);
  }
  return steps;
}

function eventTypes(events: readonly EventSummary[]): Completion[] {
  return events.map(({ name }) => ({ label: name, detail: 'event', type: 'class', boost: 1 }));
}

function fieldsOf(events: readonly EventSummary[], type: string): Completion[] {
  return (events.find(({ name }) => name === type)?.fields ?? []).map(completionOf);
}

function commonFields(events: readonly EventSummary[]): Completion[] {
  const byName = new Map(events.flatMap(({ fields }) => fields).map((field) => [field.name, field]));
  return [...byName.values()].map(completionOf);
}

function completionOf({ name, type, optional }: FieldSummary): Completion {
  return { label: name, detail: optional ? `${type}?` : type, type: 'property' };
}

function words(labels: readonly string[], type: string): Completion[] {
  return labels.map((label) => ({ label, type }));
}

function endsWith(context: CompletionContext, place: number, char: string): boolean {
  return place > 0 && context.state.sliceDoc(place - 1, place) === char;
}
