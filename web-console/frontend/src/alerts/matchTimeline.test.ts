import { expect, it } from 'vitest';
import type { MatchedEvent } from '../api/alerts';
import { inTimeOrder, placeOf, spanOf } from './matchTimeline';

const at = (time: string): MatchedEvent => ({ type: 'A', id: time, at: `2026-03-01T${time}Z` });

it('puts the events of all steps in the order of their times, with the time between them', () => {
  const events = inTimeOrder([
    { step: 'a', events: [at('10:00:00'), at('10:02:00')] },
    { step: 'b', events: [at('10:01:00')] },
  ]);
  expect(events.map(({ step, gapMillis }) => [step, gapMillis])).toEqual([
    ['a', 0],
    ['b', 60_000],
    ['a', 60_000],
  ]);
  expect(spanOf(events)).toBe(120_000);
  expect(events.map((event) => placeOf(event, events))).toEqual([0, 0.5, 1]);
});

it('keeps the order of the pattern for events of one time, and puts them in the middle', () => {
  const events = inTimeOrder([
    { step: 'a', events: [at('10:00:00')] },
    { step: 'b', events: [at('10:00:00')] },
  ]);
  expect(events.map(({ step }) => step)).toEqual(['a', 'b']);
  expect(events.map((event) => placeOf(event, events))).toEqual([0.5, 0.5]);
});

it('has nothing to say of no events', () => {
  expect(inTimeOrder([])).toEqual([]);
  expect(spanOf([])).toBe(0);
});
