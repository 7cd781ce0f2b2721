import { describe, expect, it } from 'vitest';
import type { Alert } from '../api/alerts';
import { alertOf } from '../testing/alertOf';
import { mergeLive, type MergeOptions } from './mergeLive';

const EVERYTHING: MergeOptions = { filters: {}, shownThrough: Infinity, hasOlder: false };

function merged(loaded: Alert[], live: Alert[], options: Partial<MergeOptions> = {}) {
  const changes = live.map((alert) => ({ alert, receivedAtMillis: 1 }));
  const { listed, held } = mergeLive(loaded, changes, { ...EVERYTHING, ...options });
  return { shown: listed.map(({ alert }) => `${alert.id} ${alert.state}`), held };
}

const a = alertOf({ number: 1, id: 'a' });
const b = alertOf({ number: 2, id: 'b' });
const c = alertOf({ number: 3, id: 'c' });
const aRetracted = alertOf({ ...a, number: 9, state: 'retracted' });

describe('the list with the live changes', () => {
  it('has new alerts above the loaded ones', () => {
    expect(merged([b, a], [c]).shown).toEqual(['c firing', 'b firing', 'a firing']);
  });

  it('replaces a changed alert where it stands', () => {
    expect(merged([b, a], [aRetracted]).shown).toEqual(['b firing', 'a retracted']);
  });

  it('does not go back to an older state than the one loaded', () => {
    expect(merged([aRetracted], [a]).shown).toEqual(['a retracted']);
  });

  it('shows an alert once, though pages shift while they are loaded', () => {
    expect(merged([b, a, a], [b]).shown).toEqual(['b firing', 'a firing']);
  });

  it('holds new alerts back while somebody reads, and counts them', () => {
    expect(merged([a], [c, b], { shownThrough: 2 })).toEqual({ shown: ['b firing', 'a firing'], held: 1 });
  });

  it('does not hold back changes of what is on the screen', () => {
    expect(merged([a], [aRetracted], { shownThrough: 1 })).toEqual({ shown: ['a retracted'], held: 0 });
  });

  it('leaves out what does not fit the filters, also when it did before', () => {
    expect(merged([b, a], [aRetracted], { filters: { state: 'firing' } }).shown).toEqual(['b firing']);
    expect(merged([], [a, aRetracted], { filters: { severity: 'low' } }).shown).toEqual([]);
  });

  it('puts an older alert that fits now in its place', () => {
    const filters = { state: 'retracted' } as const;
    const bRetracted = alertOf({ ...b, number: 5, state: 'retracted' });
    expect(merged([bRetracted], [aRetracted], { filters }).shown).toEqual(['b retracted', 'a retracted']);
  });

  it('leaves changes of alerts beyond the loaded pages to those pages', () => {
    expect(merged([c, b], [aRetracted], { hasOlder: true })).toEqual({
      shown: ['c firing', 'b firing'],
      held: 0,
    });
  });
});
