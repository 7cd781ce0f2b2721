import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useNodeStatus } from '../status/useNodeStatus';
import { AlertFeed } from './AlertFeed';
import { AlertFeedContext } from './alertFeedContext';
import { unseenCount } from './feedState';

/** One live stream for the whole console. */
export function AlertFeedProvider({ children }: { children: ReactNode }) {
  const [feed] = useState(() => new AlertFeed());
  const state = useSyncExternalStore(feed.subscribe, feed.snapshot);
  const queries = useQueryClient();

  useEffect(() => {
    feed.start();
    return () => feed.stop();
  }, [feed]);

  useEffect(() => {
    if (state.gaps > 0) void queries.invalidateQueries({ queryKey: ['alerts'] });
  }, [queries, state.gaps]);

  const startedAt = useNodeStatus().data?.startedAt;
  const knownStart = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (startedAt === undefined) return;
    const restarted = knownStart.current !== undefined && knownStart.current !== startedAt;
    knownStart.current = startedAt;
    if (!restarted) return;
    feed.restart();
    void queries.invalidateQueries();
  }, [feed, queries, startedAt]);

  const value = useMemo(() => ({ state, unseen: unseenCount(state), seen: feed.seen }), [state, feed]);
  return <AlertFeedContext value={value}>{children}</AlertFeedContext>;
}
