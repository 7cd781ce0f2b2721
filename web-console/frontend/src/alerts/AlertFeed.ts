import { alertStreamPath, type Alert } from '../api/alerts';
import { EMPTY_FEED, reduceFeed, type FeedAction, type FeedState } from './feedState';

const FIRST_RETRY_MILLIS = 1000;
const LAST_RETRY_MILLIS = 30_000;

/**
 * Keeps the live stream of alerts open. A browser reconnects by itself (with Last-Event-ID) when a connection drops,
 * but gives up on an error answer; then this opens a new one, later each time, behind the last number received.
 */
export class AlertFeed {
  private state: FeedState = EMPTY_FEED;
  private readonly listeners = new Set<() => void>();
  private source: EventSource | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private retryMillis = FIRST_RETRY_MILLIS;

  readonly snapshot = (): FeedState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): void {
    if (this.source === null) this.connect();
  }

  stop(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  /** Forgets everything and begins anew, as the node may be another one now. */
  restart(): void {
    this.stop();
    this.dispatch({ type: 'restarted' });
    this.start();
  }

  readonly seen = (): void => this.dispatch({ type: 'seen' });

  private connect(): void {
    const source = new EventSource(alertStreamPath(this.state.lastNumber));
    this.source = source;
    source.addEventListener('open', () => {
      this.retryMillis = FIRST_RETRY_MILLIS;
      this.dispatch({ type: 'opened' });
    });
    source.addEventListener('alert', (message: MessageEvent<string>) => {
      this.dispatch({ type: 'changed', alert: JSON.parse(message.data) as Alert, nowMillis: Date.now() });
    });
    source.addEventListener('error', () => {
      this.dispatch({ type: 'lost' });
      if (source.readyState === EventSource.CLOSED) this.connectLater();
    });
  }

  private connectLater(): void {
    this.stop();
    this.retry = setTimeout(() => this.start(), this.retryMillis);
    this.retryMillis = Math.min(this.retryMillis * 2, LAST_RETRY_MILLIS);
  }

  private dispatch(action: FeedAction): void {
    const next = reduceFeed(this.state, action);
    if (next === this.state) return;
    this.state = next;
    for (const listener of this.listeners) listener();
  }
}
