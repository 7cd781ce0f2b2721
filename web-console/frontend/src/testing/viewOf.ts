import type { View, ViewRow } from '../api/views';

/** A view for tests: what is not said is ordinary. */
export function viewOf(parts: Partial<View>): View {
  return {
    name: 'per_minute',
    title: 'Payments by the minute',
    version: 'v1',
    file: 'payments.trip',
    line: 9,
    source: 'Payment',
    window: { kind: 'tumbling', length: '1m', every: null, zone: 'UTC' },
    groups: [{ name: 'country', type: 'string' }],
    columns: [
      { name: 'total', type: 'decimal' },
      { name: 'longest', type: 'duration' },
      { name: 'first', type: 'timestamp' },
    ],
    rows: 2,
    newest: '2026-03-01T10:02:00Z',
    ...parts,
  };
}

/** A row of it: of a minute of the morning, by when it ends. */
export function rowOf(parts: { minute: number; group?: string; total: number; revision?: number }): ViewRow {
  const two = (minute: number) => String(minute).padStart(2, '0');
  return {
    id: `${parts.minute}-${parts.group ?? ''}`,
    version: 'v1',
    revision: parts.revision ?? 0,
    windowStart: `2026-03-01T10:${two(parts.minute - 1)}:00Z`,
    windowEnd: `2026-03-01T10:${two(parts.minute)}:00Z`,
    groups: parts.group === undefined ? {} : { country: parts.group },
    columns: { total: parts.total, longest: 'PT1M30S' },
  };
}
