import { useSyncExternalStore } from 'react';

const TICK_MILLIS = 1000;

const listeners = new Set<() => void>();
let nowMillis = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, TICK_MILLIS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function tick(): void {
  nowMillis = Date.now();
  for (const listener of listeners) listener();
}

/** What `read` makes of the time; the component is drawn again only when that differs. One timer serves the page. */
export function useClock<T extends string | number | boolean>(read: (nowMillis: number) => T): T {
  return useSyncExternalStore(subscribe, () => read(nowMillis));
}
