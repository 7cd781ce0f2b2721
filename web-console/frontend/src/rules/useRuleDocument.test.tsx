import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { diagnosticOf } from '../testing/diagnosticOf';
import { fakeNode, json, problem } from '../testing/fakeNode';
import { useRuleDocument } from './useRuleDocument';

const FILE = { name: 'a.trip', etag: '"2"', updatedAt: '2026-03-01T10:00:00Z', events: [], rules: [] };
const saved = () => json({ file: FILE, revision: 2, diagnostics: [] });

function open(etag: string | null) {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(() => useRuleDocument('a.trip', 'old', etag), { wrapper }).result;
}

describe('a rule file being worked on', () => {
  it('has unsaved changes while its text differs from what is saved', async () => {
    const seen = fakeNode({ 'PUT /v1/rules/a.trip': saved });
    const document = open('"1"');
    expect(document.current.dirty).toBe(false);
    act(() => document.current.change('new'));
    expect(document.current.dirty).toBe(true);
    act(() => document.current.save());
    await waitFor(() => expect(document.current.dirty).toBe(false));
    expect(seen[0]).toMatchObject({ body: 'new', headers: { 'if-match': '"1"' } });
  });

  it('is saved the next time over what was just saved', async () => {
    const seen = fakeNode({ 'PUT /v1/rules/a.trip': saved });
    const document = open(null);
    expect(document.current.isNew).toBe(true);
    act(() => document.current.save());
    await waitFor(() => expect(document.current.isNew).toBe(false));
    act(() => document.current.change('newer'));
    act(() => document.current.save());
    await waitFor(() => expect(document.current.dirty).toBe(false));
    expect(seen.map(({ headers }) => headers['if-none-match'] ?? headers['if-match'])).toEqual(['*', '"2"']);
  });

  it('finds that somebody else was faster, and overwrites only when told to', async () => {
    const seen = fakeNode({
      'PUT /v1/rules/a.trip': ({ headers }) =>
        headers['if-match'] ? problem(412, 'Changed meanwhile') : saved(),
    });
    const document = open('"1"');
    act(() => document.current.change('mine'));
    act(() => document.current.save());
    await waitFor(() => expect(document.current.conflict).toBe(true));
    expect(document.current.dirty).toBe(true);
    act(() => document.current.overwrite());
    await waitFor(() => expect(document.current.conflict).toBe(false));
    expect(document.current.dirty).toBe(false);
    expect(seen).toHaveLength(2);
  });

  it('can take what somebody else has saved', () => {
    const document = open('"1"');
    act(() => document.current.change('mine'));
    act(() => document.current.adopt('theirs', '"9"'));
    expect(document.current).toMatchObject({ text: 'theirs', dirty: false, conflict: false });
  });

  it('keeps what the node said against it until the text changes', async () => {
    const diagnostics = [diagnosticOf({ file: 'a.trip' })];
    fakeNode({ 'PUT /v1/rules/a.trip': () => problem(422, 'The rules have errors', { diagnostics }) });
    const document = open('"1"');
    act(() => document.current.change('wrong'));
    act(() => document.current.save());
    await waitFor(() => expect(document.current.refusal).toEqual(diagnostics));
    expect(document.current.dirty).toBe(true);
    act(() => document.current.change('right'));
    expect(document.current.refusal).toEqual([]);
  });
});
