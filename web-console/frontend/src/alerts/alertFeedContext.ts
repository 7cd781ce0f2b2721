import { createContext, use } from 'react';
import { EMPTY_FEED, type FeedState } from './feedState';

export interface LiveFeed {
  state: FeedState;
  /** How many live alerts have not been on the screen. */
  unseen: number;
  /** Takes what has come so far as seen. */
  seen: () => void;
}

export const AlertFeedContext = createContext<LiveFeed>({
  state: EMPTY_FEED,
  unseen: 0,
  seen: () => undefined,
});

export function useAlertFeed(): LiveFeed {
  return use(AlertFeedContext);
}
