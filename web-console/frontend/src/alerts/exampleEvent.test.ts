import { expect, it } from 'vitest';
import type { FieldSummary } from '../api/rules';
import { exampleEventOf } from './exampleEvent';

const field = (name: string, type: string, optional = false): FieldSummary => ({
  name,
  type,
  optional,
  role: null,
});

it('makes an event that can be posted out of a declaration', () => {
  const fields = [
    field('id', 'string'),
    field('amount', 'decimal'),
    field('count', 'int'),
    field('channel', 'enum(web, app)'),
    field('tags', 'list of string'),
    field('ip', 'ip'),
    field('at', 'timestamp'),
    field('merchant', 'string', true),
  ];
  expect(JSON.parse(exampleEventOf({ name: 'Payment', fields }, '2026-03-01T10:00:00Z'))).toEqual({
    type: 'Payment',
    id: 'id-1',
    amount: 1.5,
    count: 1,
    channel: 'web',
    tags: [],
    ip: '192.0.2.1',
    at: '2026-03-01T10:00:00Z',
  });
});

it('imagines an event where none is declared', () => {
  expect(JSON.parse(exampleEventOf(undefined, '2026-03-01T10:00:00Z'))).toMatchObject({
    type: 'Transaction',
  });
});
