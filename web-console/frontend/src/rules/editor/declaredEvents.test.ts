import { expect, it } from 'vitest';
import { declaredEvents, knownEvents } from './declaredEvents';

const TEXT = `// event Fake { id string }
event Transaction {
  id        string     @id        // a comment
  amount    decimal
  merchant  string?
  channel   enum(web, app)
  tags      list of string
  at        timestamp  @time
} late after 30s

rule r { by card }`;

it('reads the events of a text that is not saved yet', () => {
  const [event, ...others] = declaredEvents(TEXT);
  expect(others).toEqual([]);
  expect(event?.name).toBe('Transaction');
  expect(event?.fields).toEqual([
    { name: 'id', type: 'string', optional: false, role: 'id' },
    { name: 'amount', type: 'decimal', optional: false, role: null },
    { name: 'merchant', type: 'string', optional: true, role: null },
    { name: 'channel', type: 'enum(web, app)', optional: false, role: null },
    { name: 'tags', type: 'list of string', optional: false, role: null },
    { name: 'at', type: 'timestamp', optional: false, role: 'time' },
  ]);
});

it('knows where a declaration stands, to its end', () => {
  const [event] = declaredEvents(TEXT);
  const declaration = TEXT.slice(event?.from, event?.to);
  expect(declaration).toMatch(/^event Transaction/);
  expect(declaration).toMatch(/late after 30s$/);
});

it('prefers the text at hand to what is saved in other files', () => {
  const other = { name: 'Transaction', fields: [] };
  const login = { name: 'Login', fields: [] };
  const known = knownEvents(TEXT, [other, login]);
  expect(known.map(({ name, fields }) => [name, fields.length])).toEqual([
    ['Transaction', 6],
    ['Login', 0],
  ]);
});

it('knows an event once, though a text declares it twice', () => {
  expect(knownEvents(`${TEXT}\n${TEXT}`, [])).toHaveLength(1);
});
