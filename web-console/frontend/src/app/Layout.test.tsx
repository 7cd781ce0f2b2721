import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { fakeNode, json } from '../testing/fakeNode';
import { showConsole } from '../testing/showConsole';

beforeEach(() => {
  vi.stubGlobal('EventSource', FakeEventSource);
});

function nodeIn(state: string, reason: string | null = null): void {
  fakeNode({
    'GET /v1/status': () =>
      json({ state, reason, startedAt: '2026-03-01T00:00:00Z', events: { perSecond: 12 } }),
  });
}

describe('around every page', () => {
  it('a banner says why the node refuses events', async () => {
    nodeIn('refusing', 'The disk is full.');
    showConsole('/nowhere');
    expect(await screen.findByRole('alert')).toHaveTextContent('The node refuses events. The disk is full.');
    expect(screen.getByText('Refusing events')).toBeVisible();
  });

  it('a banner says that the node is starting', async () => {
    nodeIn('starting');
    showConsole('/nowhere');
    expect(await screen.findByText('The node is starting.')).toBeVisible();
  });

  it('there is no banner while all is well', async () => {
    nodeIn('running');
    showConsole('/nowhere');
    expect(await screen.findByText('Running · 12 events/s')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('an address that leads nowhere says so', async () => {
    nodeIn('running');
    showConsole('/nowhere');
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeVisible();
    expect(screen.getByText('/nowhere')).toBeVisible();
  });

  it('the first key leads past the navigation', async () => {
    nodeIn('running');
    showConsole('/nowhere');
    await userEvent.tab();
    expect(screen.getByRole('link', { name: 'Skip to the content' })).toHaveFocus();
  });
});
