import type { EventSummary, FieldSummary } from '../../api/rules';

const EVENT = /\bevent\s+([A-Za-z_]\w*)\s*\{([^}]*)\}(\s*late\s+after\s+\w+)?/g;
const FIELD = /^([A-Za-z_]\w*)\s+((?:list\s+of\s+)?[a-z]\w*(?:\s*\([^)]*\))?)\s*(\?)?\s*(?:@(\w+))?/;

export interface DeclaredEvent extends EventSummary {
  /** Where the declaration stands in the text. */
  from: number;
  to: number;
}

/**
 * The events that a text declares, read roughly, so that completion and the reference know them before they are saved.
 * What it cannot read it leaves out; the compiler has the last word.
 */
export function declaredEvents(text: string): DeclaredEvent[] {
  const code = withoutComments(text);
  return [...code.matchAll(EVENT)].map((match) => ({
    name: match[1] ?? '',
    fields: fieldsOf(match[2] ?? ''),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function fieldsOf(body: string): FieldSummary[] {
  const fields: FieldSummary[] = [];
  for (const line of body.split(/[\n;]/)) {
    const match = FIELD.exec(line.trim());
    if (match?.[1] && match[2]) {
      fields.push({ name: match[1], type: match[2], optional: match[3] === '?', role: match[4] ?? null });
    }
  }
  return fields;
}

/** Blanks comments out, so that places in the text stay what they are. */
function withoutComments(text: string): string {
  return text.replace(/\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length));
}

/** The events to write rules over: those of this text, then those of the other files. */
export function knownEvents(text: string, ofOtherFiles: readonly EventSummary[]): EventSummary[] {
  const byName = new Map<string, EventSummary>();
  for (const event of [...declaredEvents(text), ...ofOtherFiles]) {
    if (!byName.has(event.name)) byName.set(event.name, event);
  }
  return [...byName.values()];
}
