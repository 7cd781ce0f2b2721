import { describe, expect, it } from 'vitest';
import {
  formatAge,
  formatBytes,
  formatLocal,
  formatLocalSeconds,
  formatRate,
  formatSpan,
  formatUtc,
  formatValue,
  plural,
} from './formats';

describe('times', () => {
  it('are shown in the zone of the viewer, with milliseconds where there are any', () => {
    expect(formatLocal('2026-03-01T10:03:00Z')).toBe('2026-03-01 11:03:00');
    expect(formatLocal('2026-07-01T10:03:00.123456789Z')).toBe('2026-07-01 12:03:00.123');
    expect(formatLocalSeconds('2026-07-01T10:03:00.123456789Z')).toBe('2026-07-01 12:03:00');
  });

  it('are shown in UTC with every digit', () => {
    expect(formatUtc('2026-07-01T10:03:00.123456789Z')).toBe('2026-07-01 10:03:00.123456789 UTC');
  });

  it('are shown as they came where they are none', () => {
    expect(formatLocal('soon')).toBe('soon');
  });
});

describe('ages', () => {
  const now = Date.parse('2026-03-01T10:00:00Z');
  it.each([
    ['2026-03-01T09:59:58Z', 'now'],
    ['2026-03-01T10:00:02Z', 'now'],
    ['2026-03-01T09:59:48Z', '12 s ago'],
    ['2026-03-01T09:57:00Z', '3 min ago'],
    ['2026-03-01T07:59:00Z', '2 h ago'],
    ['2026-02-20T10:00:00Z', '9 d ago'],
    ['2026-03-01T10:05:00Z', 'in 5 min'],
  ])('of %s are %s', (at, age) => {
    expect(formatAge(at, now)).toBe(age);
  });
});

it.each([
  [0, '0 s'],
  [850, '850 ms'],
  [1500, '1.5 s'],
  [90_000, '1 min 30 s'],
  [3_600_000, '1 h'],
  [3_605_000, '1 h'],
  [187_200_000, '2 d 4 h'],
])('a span of %d ms is %s', (millis, span) => {
  expect(formatSpan(millis)).toBe(span);
});

it('numbers are short and plain', () => {
  expect([formatRate(0), formatRate(3.25), formatRate(1480.4)]).toEqual(['0', '3.3', '1,480']);
  expect([formatBytes(0), formatBytes(1500), formatBytes(24_000_000)]).toEqual([
    '0 bytes',
    '1.5 kB',
    '24 MB',
  ]);
  expect([plural(1, 'event'), plural(2000, 'event')]).toEqual(['1 event', '2,000 events']);
});

it('values are written as an analyst writes them', () => {
  expect([null, true, 1.5, 'x', ['a', 1], { lat: 1 }].map(formatValue)).toEqual([
    'missing',
    'true',
    '1.5',
    'x',
    'a, 1',
    '{"lat":1}',
  ]);
});
