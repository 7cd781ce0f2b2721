import { useEffect, useMemo, useRef, useState, type UIEvent } from 'react';
import { Outlet, useParams, useSearchParams } from 'react-router';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { AlertFilterBar } from './AlertFilterBar';
import { hasFilters, readFilters } from './alertFilters';
import { useAlertFeed } from './alertFeedContext';
import { AlertTable } from './AlertTable';
import { FirstSteps } from './FirstSteps';
import { HeldAlerts } from './HeldAlerts';
import { mergeLive } from './mergeLive';
import { NoSuchAlerts } from './NoSuchAlerts';
import { OlderAlerts } from './OlderAlerts';
import { useAlertKeys } from './useAlertKeys';
import { useAlertList } from './useAlertList';

/** Scrolled further than this, a reader is reading: new alerts are held back. */
const AT_TOP_PIXELS = 40;

export function AlertsPage() {
  const [query] = useSearchParams();
  const filters = useMemo(() => readFilters(query), [query]);
  const { id: openId } = useParams();
  const { state: feed, unseen, seen } = useAlertFeed();
  const [paused, setPaused] = useState(false);
  const [atTop, setAtTop] = useState(true);
  const pane = useRef<HTMLDivElement>(null);
  const list = useAlertList(filters);
  useAlertKeys(pane, openId);

  const showing = !paused && atTop;
  useEffect(() => {
    if (showing) seen();
  }, [showing, seen, feed.lastNumber]);

  const loaded = useMemo(() => list.data?.pages.flatMap((page) => page.alerts) ?? [], [list.data]);
  const shownThrough = showing ? Number.MAX_SAFE_INTEGER : feed.seenThrough;
  const merged = useMemo(
    () => mergeLive(loaded, feed.live, { filters, shownThrough, hasOlder: list.hasNextPage }),
    [loaded, feed.live, filters, shownThrough, list.hasNextPage],
  );

  const scrolled = (event: UIEvent<HTMLElement>) => setAtTop(event.currentTarget.scrollTop < AT_TOP_PIXELS);
  const showHeld = () => {
    seen();
    if (pane.current) pane.current.scrollTop = 0;
  };

  return (
    <div className={openId ? 'alerts with-panel' : 'alerts'}>
      <title>{`${unseen > 0 ? `(${unseen}) ` : ''}Alerts · Tripline`}</title>
      <h1 className="visually-hidden">Alerts</h1>
      <section className="alerts-main" aria-label="List of alerts">
        <AlertFilterBar connection={feed.connection} paused={paused} onPause={setPaused} />
        <div className="alerts-pane" ref={pane} onScroll={scrolled}>
          <HeldAlerts count={merged.held} onShow={showHeld} />
          {list.isPending && <Loading what="alerts" />}
          {list.isError && (
            <ErrorNote
              what="The alerts could not be loaded."
              error={list.error}
              retry={() => void list.refetch()}
            />
          )}
          {merged.listed.length > 0 && <AlertTable alerts={merged.listed} openId={openId} />}
          {list.isSuccess &&
            merged.listed.length === 0 &&
            (hasFilters(filters) ? <NoSuchAlerts /> : <FirstSteps />)}
          {list.isSuccess && merged.listed.length > 0 && (
            <OlderAlerts
              hasOlder={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onLoad={() => void list.fetchNextPage()}
            />
          )}
        </div>
      </section>
      <Outlet />
    </div>
  );
}
