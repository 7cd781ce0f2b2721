import { beforeEach, describe, expect, it, vi } from 'vitest';
import { alertOf } from '../testing/alertOf';
import { FakeEventSource } from '../testing/FakeEventSource';
import { AlertFeed } from './AlertFeed';

beforeEach(() => {
  FakeEventSource.opened = [];
  vi.stubGlobal('EventSource', FakeEventSource);
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function started(): AlertFeed {
  const feed = new AlertFeed();
  feed.start();
  return feed;
}

describe('the stream of alerts', () => {
  it('is opened once', () => {
    const feed = started();
    feed.start();
    expect(FakeEventSource.opened.map(({ url }) => url)).toEqual(['/v1/alerts/stream']);
  });

  it('tells its listeners of each alert', () => {
    const feed = started();
    const heard: number[] = [];
    feed.subscribe(() => heard.push(feed.snapshot().live.length));
    FakeEventSource.last.open();
    FakeEventSource.last.send(alertOf({ number: 1 }));
    expect(heard).toEqual([0, 1]);
  });

  it('leaves a dropped connection to the browser', () => {
    const feed = started();
    FakeEventSource.last.open();
    FakeEventSource.last.drop();
    vi.runAllTimers();
    expect(feed.snapshot().connection).toBe('reconnecting');
    expect(FakeEventSource.opened).toHaveLength(1);
  });

  it('opens a new connection behind the last number when the node refuses', () => {
    started();
    FakeEventSource.last.open();
    FakeEventSource.last.send(alertOf({ number: 41 }));
    FakeEventSource.last.refuse();
    vi.runAllTimers();
    expect(FakeEventSource.opened).toHaveLength(2);
    expect(FakeEventSource.last.url).toBe('/v1/alerts/stream?after=41');
  });

  it('waits longer after each refusal, and at most half a minute', () => {
    started();
    const waits: number[] = [];
    for (let refusals = 0; refusals < 7; refusals++) {
      const before = Date.now();
      FakeEventSource.last.refuse();
      vi.runAllTimers();
      waits.push(Date.now() - before);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('stays closed once it is stopped', () => {
    const feed = started();
    FakeEventSource.last.refuse();
    feed.stop();
    vi.runAllTimers();
    expect(FakeEventSource.opened).toHaveLength(1);
  });

  it('begins anew after a restart', () => {
    const feed = started();
    FakeEventSource.last.send(alertOf({ number: 41 }));
    feed.restart();
    expect(FakeEventSource.opened[0]?.closed).toBe(true);
    expect(FakeEventSource.last.url).toBe('/v1/alerts/stream');
    expect(feed.snapshot().live).toEqual([]);
  });
});
