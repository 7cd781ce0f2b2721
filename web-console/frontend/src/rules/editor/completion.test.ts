import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { completionsAt } from './completion';

const EVENTS = `event Transaction {
  id string @id
  card string
  amount decimal
  at timestamp @time
}
event Payee {
  id string @id
  iban string
}
`;

/** What is offered at the end of a text behind the events. */
function offered(text: string, explicit = false): string[] {
  const doc = EVENTS + text;
  const context = new CompletionContext(EditorState.create({ doc }), doc.length, explicit);
  return completionsAt(context, [])?.options.map(({ label }) => label) ?? [];
}

describe('completion', () => {
  it('offers event types behind a step', () => {
    expect(offered('rule r { match p: T')).toEqual(['Transaction', 'Payee']);
  });

  it('offers the fields of a step behind its dot', () => {
    expect(offered('rule r { match p: Payee then t: Transaction[amount > p.')).toEqual(['id', 'iban']);
  });

  it('offers the fields of an event type behind its dot', () => {
    expect(offered('rule r { when sum(Transaction.')).toEqual(['id', 'card', 'amount', 'at']);
  });

  it('offers the fields of the step first within its condition', () => {
    expect(offered('rule r { match t: Transaction[a').slice(0, 4)).toEqual(['id', 'card', 'amount', 'at']);
  });

  it('offers fields as keys', () => {
    expect(offered('rule r { by c')).toContain('iban');
  });

  it('offers severities and types where they stand', () => {
    expect(offered('rule r { severity h')).toEqual(['low', 'medium', 'high', 'critical']);
    expect(offered('event New { amount d')).toContain('decimal');
  });

  it('offers words, functions and the steps so far elsewhere', () => {
    const labels = offered('rule r { match p: Payee then t: Transaction\n w');
    expect(labels).toEqual(expect.arrayContaining(['p', 't', 'within', 'count', 'Transaction']));
  });

  it('is silent in a plain message and speaks in its braces', () => {
    expect(offered('rule r { alert "Card c')).toEqual([]);
    expect(offered('rule r { match p: Payee alert "Payee {p.')).toEqual(['id', 'iban']);
  });

  it('does not come by itself before anything is typed', () => {
    expect(offered('rule r { ')).toEqual([]);
    expect(offered('rule r { ', true)).toContain('match');
  });
});
