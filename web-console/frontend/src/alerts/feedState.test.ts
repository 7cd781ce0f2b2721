import { describe, expect, it } from 'vitest';
import { alertOf } from '../testing/alertOf';
import {
  EMPTY_FEED,
  MOST_LIVE_ALERTS,
  reduceFeed,
  unseenCount,
  type FeedAction,
  type FeedState,
} from './feedState';

const changed = (number: number, id = `id-${number}`): FeedAction => ({
  type: 'changed',
  alert: alertOf({ number, id }),
  nowMillis: number,
});

function after(...actions: FeedAction[]): FeedState {
  return actions.reduce(reduceFeed, EMPTY_FEED);
}

const numbers = (state: FeedState) => state.live.map(({ alert }) => alert.number);

describe('the live feed', () => {
  it('has the list loaded when it first opens, as nothing says what was missed', () => {
    expect(after({ type: 'opened' })).toMatchObject({ connection: 'live', gaps: 1 });
  });

  it('has the list loaded again on every opening until a number is known', () => {
    expect(after({ type: 'opened' }, { type: 'lost' }, { type: 'opened' }).gaps).toBe(2);
  });

  it('resumes without a gap behind the last number', () => {
    const state = after({ type: 'opened' }, changed(7), { type: 'lost' }, { type: 'opened' });
    expect(state).toMatchObject({ connection: 'live', lastNumber: 7, gaps: 1 });
  });

  it('says that it reconnects, but not before it was ever connected', () => {
    expect(after({ type: 'lost' }).connection).toBe('connecting');
    expect(after({ type: 'opened' }, { type: 'lost' }).connection).toBe('reconnecting');
  });

  it('puts the newest change first', () => {
    expect(numbers(after(changed(1), changed(2)))).toEqual([2, 1]);
  });

  it('keeps one entry for an alert, its newest', () => {
    expect(numbers(after(changed(1, 'a'), changed(2, 'b'), changed(3, 'a')))).toEqual([3, 2]);
  });

  it('takes a change once, though a stream that resumes may repeat it', () => {
    const state = after(changed(2));
    expect(reduceFeed(state, changed(2))).toBe(state);
    expect(reduceFeed(state, changed(1))).toBe(state);
  });

  it('counts what has not been on the screen', () => {
    const state = after(changed(1), { type: 'seen' }, changed(2), changed(3));
    expect(unseenCount(state)).toBe(2);
    expect(unseenCount(reduceFeed(state, { type: 'seen' }))).toBe(0);
  });

  it('has the list loaded again instead of growing without end', () => {
    const many = Array.from({ length: MOST_LIVE_ALERTS + 1 }, (_, index) => changed(index + 1));
    const state = after(...many);
    expect(numbers(state)).toEqual([MOST_LIVE_ALERTS + 1]);
    expect(state.gaps).toBe(1);
  });

  it('forgets everything when the node is another one', () => {
    const state = after(changed(9), { type: 'seen' }, { type: 'restarted' });
    expect(state).toMatchObject({ lastNumber: null, live: [], seenThrough: 0, gaps: 1 });
  });
});
