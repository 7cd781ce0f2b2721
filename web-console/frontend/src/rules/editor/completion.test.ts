import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { completionsAt, resultOf } from './completion';

const ITEM = { label: 'amount', kind: 'field', detail: 'decimal', documentation: 'A `field`.' };

function contextOf(doc: string, explicit = false): CompletionContext {
  return new CompletionContext(EditorState.create({ doc }), doc.length, explicit);
}

function answer(body: unknown) {
  const fetched = vi.fn(() => Promise.resolve(Response.json(body)));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

describe('completion', () => {
  it('asks the node about the text at the cursor', async () => {
    const fetched = answer({ from: 4, to: 6, items: [ITEM] });
    const result = await completionsAt(contextOf('rule am'), 'cards.trip');
    expect(fetched).toHaveBeenCalledWith(
      '/v1/language/complete?file=cards.trip&offset=7',
      expect.objectContaining({ method: 'POST', body: 'rule am' }),
    );
    expect(result?.from).toBe(4);
    expect(result?.options[0]).toMatchObject({ label: 'amount', detail: 'decimal', type: 'property' });
  });

  it('asks behind spaces only when it is told to', async () => {
    const fetched = answer({ from: 5, to: 5, items: [] });
    expect(await completionsAt(contextOf('rule '), 'cards.trip')).toBeNull();
    expect(fetched).not.toHaveBeenCalled();
    await completionsAt(contextOf('rule ', true), 'cards.trip');
    expect(fetched).toHaveBeenCalled();
  });

  it('keeps the order of the service', () => {
    const items = ['id', 'card', 'amount'].map((label) => ({ ...ITEM, label }));
    const boosts = resultOf({ from: 0, to: 0, items }, EditorState.create())?.options.map(
      ({ boost }) => boost ?? 0,
    );
    expect(boosts).toEqual([...(boosts ?? [])].sort((left, right) => right - left));
  });

  it('offers nothing when the node does not answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    expect(await completionsAt(contextOf('rule'), 'cards.trip')).toBeNull();
  });
});
