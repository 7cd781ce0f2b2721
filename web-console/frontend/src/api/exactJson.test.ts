import { expect, it, vi } from 'vitest';
import { formatValue } from '../ui/formats';
import { ExactNumber, parseExactly } from './exactJson';

type Reviver = (key: string, value: unknown, context?: { source: string }) => unknown;

/** Runs the reviver as a browser does that tells the source of each number. */
function reviveNumber(value: number, source: string): unknown {
  vi.spyOn(JSON, 'parse').mockImplementation((_text, reviver) =>
    (reviver as Reviver)('amount', value, { source }),
  );
  return parseExactly(source);
}

it('keeps the digits of a decimal as they were sent', () => {
  const amount = reviveNumber(1.5, '1.50');
  expect(amount).toBeInstanceOf(ExactNumber);
  expect(formatValue(amount)).toBe('1.50');
});

it('leaves a number alone that writes itself back the same', () => {
  expect(reviveNumber(12, '12')).toBe(12);
});

it('reads plain values where the browser does not tell the source', () => {
  vi.spyOn(JSON, 'parse').mockImplementation((_text, reviver) => (reviver as Reviver)('amount', 1.5));
  expect(parseExactly('1.50')).toBe(1.5);
});
