import { expect, test } from 'vitest';
import type { BacktestResult } from '../api/backtests';
import { dailySeries } from './dailySeries';

test('days without alerts stand between those that have some, and a week is drawn at least', () => {
  const result = {
    compared: true,
    days: [
      { day: '2026-03-01', candidate: 4, compared: 3 },
      { day: '2026-03-03', candidate: 1, compared: 0 },
    ],
  } as BacktestResult;
  const drawn = dailySeries(result);
  expect(drawn.times.map((time) => new Date(time * 1000).getDate())).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect(drawn.series).toEqual([
    { name: 'these rules', values: [4, 0, 1, null, null, null, null] },
    { name: 'in force', values: [3, 0, 0, null, null, null, null] },
  ]);
});
