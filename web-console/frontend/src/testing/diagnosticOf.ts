import type { Diagnostic } from '../api/rules';

/** A diagnostic for tests: what is not said is ordinary. */
export function diagnosticOf(parts: Partial<Diagnostic>): Diagnostic {
  return {
    code: 'unknown-field',
    level: 'error',
    message: '`amout` is not a field of Transaction',
    hint: 'did you mean `amount`?',
    file: 'cards.trip',
    line: 3,
    column: 9,
    endLine: 3,
    endColumn: 14,
    offset: 52,
    endOffset: 57,
    ...parts,
  };
}
