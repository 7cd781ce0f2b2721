import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Alert } from '../api/alerts';
import { alertOf } from '../testing/alertOf';
import { FakeEventSource } from '../testing/FakeEventSource';
import { fakeNode, json, type SeenRequest } from '../testing/fakeNode';
import { showConsole } from '../testing/showConsole';

beforeEach(() => {
  FakeEventSource.opened = [];
  vi.stubGlobal('EventSource', FakeEventSource);
});

function nodeWith(alerts: Alert[], next: string | null = null): SeenRequest[] {
  return fakeNode({
    'GET /v1/status': () =>
      json({ state: 'running', startedAt: '2026-03-01T00:00:00Z', events: { perSecond: 0 } }),
    'GET /v1/rules': () => json({ revision: 0, files: [] }),
    'GET /v1/alerts': ({ path }) =>
      json(path.includes('cursor') ? { alerts: [alertOf({ number: 1 })], next: null } : { alerts, next }),
  });
}

const rows = () => screen.getAllByRole('row').slice(1);

describe('the page of alerts', () => {
  it('says what to do first where there is nothing yet', async () => {
    nodeWith([]);
    showConsole('/alerts');
    expect(await screen.findByRole('heading', { name: 'No alerts yet' })).toBeVisible();
    expect(screen.getByText(/v1\/events/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'New rule file' })).toHaveAttribute('href', '/rules/new');
  });

  it('shows a new alert by itself, marked as new', async () => {
    nodeWith([alertOf({ number: 5, message: 'Old one' })]);
    showConsole('/alerts');
    await screen.findByText('Old one');
    act(() => {
      FakeEventSource.last.open();
      FakeEventSource.last.send(alertOf({ number: 6, message: 'Fresh one' }));
    });
    expect(rows().map((row) => within(row).getByRole('link').textContent)).toEqual(['Fresh one', 'Old one']);
    expect(rows()[0]).toHaveTextContent('new');
    expect(screen.getByText('Live')).toBeVisible();
  });

  it('holds new alerts back while it is paused', async () => {
    nodeWith([alertOf({ number: 5, message: 'Old one' })]);
    showConsole('/alerts');
    await screen.findByText('Old one');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    act(() => FakeEventSource.last.send(alertOf({ number: 6, message: 'Fresh one' })));
    expect(screen.queryByText('Fresh one')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show 1 new alert' }));
    expect(await screen.findByText('Fresh one')).toBeVisible();
  });

  it('asks the node for what the address says, and keeps the choice there', async () => {
    const seen = nodeWith([]);
    const router = showConsole('/alerts?key=c1');
    await screen.findByRole('heading', { name: 'No alert fits these filters' });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Severity' }), 'critical');
    await waitFor(() => expect(router.state.location.search).toBe('?key=c1&severity=critical'));
    await waitFor(() =>
      expect(seen.map(({ path }) => path)).toContain('/v1/alerts?severity=critical&key=c1&limit=50'),
    );
  });

  it('loads older alerts with the cursor of the page before', async () => {
    const seen = nodeWith([alertOf({ number: 5 })], 'page-2');
    showConsole('/alerts');
    await userEvent.click(await screen.findByRole('button', { name: 'Load older' }));
    expect(await screen.findByText('Alert 1')).toBeVisible();
    expect(seen.map(({ path }) => path)).toContain('/v1/alerts?limit=50&cursor=page-2');
    expect(screen.getByText('No older alerts')).toBeVisible();
  });
});
