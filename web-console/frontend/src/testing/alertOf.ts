import type { Alert } from '../api/alerts';

/** An alert for tests: what is not said is ordinary. */
export function alertOf(parts: Partial<Alert> & { number: number }): Alert {
  return {
    id: `id-${parts.number}`,
    firstNumber: parts.number,
    rule: 'card_testing',
    title: 'Card testing',
    version: 'v1',
    severity: 'high',
    key: { card: 'c1' },
    at: '2026-03-01T10:03:00Z',
    recordedAt: '2026-03-01T10:03:01Z',
    state: 'firing',
    message: `Alert ${parts.number}`,
    matched: [],
    ...parts,
  };
}
