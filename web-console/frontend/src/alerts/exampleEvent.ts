import type { EventSummary, FieldSummary } from '../api/rules';

/**
 * An event of the given type as JSON, to be posted; of an imagined type where none is declared yet. Its time is `at`,
 * which should be now: an older event may be late.
 */
export function exampleEventOf(event: EventSummary | undefined, at: string): string {
  if (!event) return `{"type": "Transaction", "id": "tx-1", "card": "c1", "amount": 1.50, "at": "${at}"}`;
  const fields = event.fields
    .filter((field) => !field.optional)
    .map((field) => `"${field.name}": ${valueOf(field, at)}`);
  return `{${[`"type": "${event.name}"`, ...fields].join(', ')}}`;
}

function valueOf({ name, type }: FieldSummary, at: string): string {
  const firstOfEnum = /^enum\(\s*([^,)\s]+)/.exec(type)?.[1];
  if (firstOfEnum) return `"${firstOfEnum}"`;
  if (type.startsWith('list')) return '[]';
  switch (type) {
    case 'int':
      return '1';
    case 'decimal':
    case 'float':
      return '1.50';
    case 'bool':
      return 'true';
    case 'timestamp':
      return `"${at}"`;
    case 'duration':
      return '"5m"';
    case 'ip':
      return '"192.0.2.1"';
    default:
      return `"${name}-1"`;
  }
}
