import type { Alert } from '../api/alerts';

export type Connection = 'connecting' | 'live' | 'reconnecting';

/** An alert as the stream brought it. */
export interface LiveAlert {
  alert: Alert;
  receivedAtMillis: number;
}

/** What the live stream has brought so far. */
export interface FeedState {
  connection: Connection;
  /** The number of the newest change received; null before the first. */
  lastNumber: number | null;
  /** The newest state of each alert that changed, newest first. */
  live: readonly LiveAlert[];
  /** Live alerts with a number up to this one have been on the screen. */
  seenThrough: number;
  /** Rises when the list must be loaded again, because changes may have been missed. */
  gaps: number;
}

export type FeedAction =
  | { type: 'opened' }
  | { type: 'lost' }
  | { type: 'changed'; alert: Alert; nowMillis: number }
  | { type: 'seen' }
  | { type: 'restarted' };

/** Past this many live alerts the list is loaded again instead of growing in memory. */
export const MOST_LIVE_ALERTS = 500;

export const EMPTY_FEED: FeedState = {
  connection: 'connecting',
  lastNumber: null,
  live: [],
  seenThrough: 0,
  gaps: 0,
};

export function reduceFeed(state: FeedState, action: FeedAction): FeedState {
  switch (action.type) {
    case 'opened':
      return opened(state);
    case 'lost':
      return state.connection === 'connecting' ? state : { ...state, connection: 'reconnecting' };
    case 'changed':
      return changed(state, action.alert, action.nowMillis);
    case 'seen':
      return { ...state, seenThrough: Math.max(state.seenThrough, state.lastNumber ?? 0) };
    case 'restarted':
      return { ...EMPTY_FEED, gaps: state.gaps + 1 };
  }
}

/** A connection resumes behind the last number received; where there is none, changes may have passed unseen. */
function opened(state: FeedState): FeedState {
  const missed = state.lastNumber === null ? 1 : 0;
  return { ...state, connection: 'live', gaps: state.gaps + missed };
}

function changed(state: FeedState, alert: Alert, receivedAtMillis: number): FeedState {
  if (state.lastNumber !== null && alert.number <= state.lastNumber) return state;
  const others = state.live.filter((live) => live.alert.id !== alert.id);
  const next = { ...state, connection: 'live' as const, lastNumber: alert.number };
  if (others.length >= MOST_LIVE_ALERTS) {
    return { ...next, live: [{ alert, receivedAtMillis }], seenThrough: alert.number, gaps: state.gaps + 1 };
  }
  return { ...next, live: [{ alert, receivedAtMillis }, ...others] };
}

/** How many live alerts have not been on the screen. */
export function unseenCount(state: FeedState): number {
  return state.live.filter(({ alert }) => alert.number > state.seenThrough).length;
}
