import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { View, ViewRow } from '../api/views';
import { FakeEventSource } from '../testing/FakeEventSource';
import { fakeNode, json, type SeenRequest } from '../testing/fakeNode';
import { showConsole } from '../testing/showConsole';
import { rowOf, viewOf } from '../testing/viewOf';

// There is no canvas here; what a chart is given is looked at in place of it.
const charts = vi.hoisted(() => ({ drawn: [] as unknown[], cursors: [] as unknown[] }));
vi.mock('uplot', () => {
  class Chart {
    static paths = { bars: () => () => null };
    constructor(_options: unknown, data: unknown) {
      charts.drawn.push(data);
    }
    setData(data: unknown) {
      charts.drawn.push(data);
    }
    setSize() {}
    destroy() {}
    valToPos(value: number) {
      return value;
    }
    setCursor(cursor: unknown) {
      charts.cursors.push(cursor);
    }
  }
  return { default: Chart };
});

beforeEach(() => {
  charts.drawn.length = 0;
  FakeEventSource.opened = [];
  vi.stubGlobal('EventSource', FakeEventSource);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});

function nodeWith(views: View[], rows: ViewRow[] = [], next: string | null = null): SeenRequest[] {
  return fakeNode({
    'GET /v1/status': () =>
      json({ state: 'running', startedAt: '2026-03-01T00:00:00Z', events: { perSecond: 0 } }),
    'GET /v1/rules': () => json({ revision: 0, files: [] }),
    'GET /v1/alerts': () => json({ alerts: [], next: null }),
    'GET /v1/views': () => json({ views }),
    'GET /v1/views/per_minute/rows': ({ path }) =>
      json(path.includes('cursor') ? { rows: [rowOf({ minute: 0, total: 5 })], next: null } : { rows, next }),
  });
}

describe('the pages of views', () => {
  it('say how to write the first one', async () => {
    nodeWith([]);
    showConsole('/views');
    expect(await screen.findByRole('heading', { name: 'There are no views yet' })).toBeVisible();
    expect(screen.getByText(/window tumbling 1m/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'New rule file' })).toHaveAttribute('href', '/rules/new');
  });

  it('list views with their windows and rows', async () => {
    nodeWith([
      viewOf({ window: { kind: 'hopping', length: '1d', every: '1h', zone: 'Europe/Berlin' } }),
      viewOf({ name: 'sessions', title: 'Sessions', rows: 0, newest: null }),
    ]);
    showConsole('/views');
    expect(await screen.findByRole('link', { name: 'Payments by the minute' })).toHaveAttribute(
      'href',
      '/views/per_minute',
    );
    expect(screen.getByText('hopping 1d every 1h in Europe/Berlin')).toBeVisible();
    expect(screen.getByText('no row yet')).toBeVisible();
  });

  it('show the rows of one, and draw a column', async () => {
    nodeWith(
      [viewOf({})],
      [rowOf({ minute: 2, group: 'FR', total: 3, revision: 1 }), rowOf({ minute: 1, group: 'DE', total: 4 })],
    );
    showConsole('/views/per_minute');
    const rows = within(await screen.findByRole('region', { name: 'Rows' })).getAllByRole('row');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toHaveTextContent('FR31m30smissing1');
    await screen.findByRole('group', { name: /Chart: total of/ });
    expect(charts.drawn.at(-1)).toEqual([
      [1_772_359_260, 1_772_359_320],
      [4, null],
      [null, 3],
    ]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Column to draw' }), 'longest');
    await waitFor(() =>
      expect(charts.drawn.at(-1)).toEqual([
        [1_772_359_260, 1_772_359_320],
        [90, null],
        [null, 90],
      ]),
    );
  });

  it('say what stands at a window that the arrow keys lead to', async () => {
    nodeWith(
      [viewOf({})],
      [rowOf({ minute: 2, group: 'FR', total: 3 }), rowOf({ minute: 1, group: 'DE', total: 4 })],
    );
    showConsole('/views/per_minute');
    (await screen.findByRole('group', { name: /Chart: total of/ })).focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.getByText('2026-03-01 11:02:00: FR: 3')).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.getByText('2026-03-01 11:01:00: DE: 4')).toBeVisible();
    expect(charts.cursors.at(-1)).toEqual({ left: 1_772_359_260, top: 140 });
  });

  it('ask the node for a group, a time, and what is older', async () => {
    const seen = nodeWith([viewOf({})], [rowOf({ minute: 2, group: 'FR', total: 3 })], 'older');
    const router = showConsole('/views/per_minute');
    await screen.findByRole('region', { name: 'Rows' });
    const user = userEvent.setup();
    await user.type(screen.getByRole('searchbox', { name: 'Value of a group' }), 'FR{Enter}');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Time' }), 'Last hour');
    expect(router.state.location.search).toBe('?group=FR&range=hour');
    await waitFor(() =>
      expect(seen.at(-1)?.path).toBe(
        '/v1/views/per_minute/rows?from=2026-03-01T09%3A02%3A00.000Z&group=FR&limit=500',
      ),
    );
    await user.click(await screen.findByRole('button', { name: 'Load older' }));
    expect(await screen.findByText('No older rows')).toBeVisible();
  });

  it('say that a view is not there, or has no row', async () => {
    nodeWith([viewOf({ rows: 0, newest: null })]);
    const router = showConsole('/views/per_minute');
    expect(await screen.findByRole('heading', { name: 'There is no row yet' })).toBeVisible();
    await router.navigate('/views/gone');
    expect(await screen.findByRole('heading', { name: 'There is no such view' })).toBeVisible();
  });
});
