import { describe, expect, it } from 'vitest';
import { ExactNumber } from '../api/exactJson';
import { rowOf, viewOf } from '../testing/viewOf';
import { drawableColumns, MOST_SERIES, numberOf, rowSeries } from './rowSeries';

describe('what is drawn of rows', () => {
  it('is a series for each group over the times at which windows end', () => {
    const rows = [
      rowOf({ minute: 3, group: 'b', total: 7 }),
      rowOf({ minute: 1, group: 'a', total: 1 }),
      rowOf({ minute: 3, group: 'a', total: 2 }),
    ];
    expect(rowSeries(viewOf({}), rows, 'total')).toEqual({
      times: [1_772_359_260, 1_772_359_380],
      stepSeconds: 60,
      scattered: false,
      series: [
        { name: 'a', values: [1, 2] },
        { name: 'b', values: [null, 7] },
      ],
      leftOut: 0,
    });
  });

  it('is named after the column where there are no groups', () => {
    const series = rowSeries(viewOf({ groups: [] }), [rowOf({ minute: 1, total: 1 })], 'total').series;
    expect(series).toEqual([{ name: 'total', values: [1] }]);
  });

  it('is of the largest groups only', () => {
    const rows = Array.from({ length: 9 }, (_, n) => rowOf({ minute: 1, group: `g${n}`, total: n }));
    const drawn = rowSeries(viewOf({}), rows, 'total');
    expect(drawn.series.map(({ name }) => name)).toEqual(['g3', 'g4', 'g5', 'g6', 'g7', 'g8']);
    expect(drawn.leftOut).toBe(9 - MOST_SERIES);
  });

  it('is scattered where each group has windows of its own', () => {
    const view = viewOf({ window: { kind: 'session', length: '5m', every: null, zone: null } });
    const drawn = rowSeries(view, [rowOf({ minute: 1, total: 1 }), rowOf({ minute: 3, total: 1 })], 'total');
    expect(drawn.scattered).toBe(true);
    expect(drawn.stepSeconds).toBe(1);
  });

  it('has numbers and durations, and nothing else', () => {
    expect(drawableColumns(viewOf({})).map(({ name }) => name)).toEqual(['total', 'longest']);
    expect(numberOf(new ExactNumber('1.50'))).toBe(1.5);
    expect(numberOf('PT1H1M1.5S')).toBe(3661.5);
    expect(numberOf('PT0S')).toBe(0);
    expect(numberOf('paris')).toBeNull();
    expect(numberOf(undefined)).toBeNull();
  });
});
