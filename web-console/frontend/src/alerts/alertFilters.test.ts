import { describe, expect, it } from 'vitest';
import { alertOf } from '../testing/alertOf';
import { hasFilters, isWanted, readFilters, withFilter } from './alertFilters';

describe('the filters of alerts', () => {
  it('stand in the address', () => {
    const query = new URLSearchParams('rule=card_testing&severity=high&state=firing&key=c1');
    expect(readFilters(query)).toEqual({
      rule: 'card_testing',
      severity: 'high',
      state: 'firing',
      key: 'c1',
    });
  });

  it('leave out what is empty or unknown', () => {
    expect(readFilters(new URLSearchParams('rule=&severity=enormous&state=maybe'))).toEqual({});
    expect(hasFilters({})).toBe(false);
    expect(hasFilters({ key: 'c1' })).toBe(true);
  });

  it('are changed one at a time', () => {
    const query = new URLSearchParams('rule=a&severity=high');
    expect(withFilter(query, 'severity', 'low').toString()).toBe('rule=a&severity=low');
    expect(withFilter(query, 'rule', '').toString()).toBe('severity=high');
    expect(query.toString()).toBe('rule=a&severity=high');
  });

  it('ask of a live alert what the node asks of a listed one', () => {
    const alert = alertOf({ number: 1, rule: 'r', severity: 'high', key: { card: 'c1', terminal: 7 } });
    expect(isWanted(alert, {})).toBe(true);
    expect(isWanted(alert, { rule: 'r', severity: 'high', state: 'firing', key: 'c1' })).toBe(true);
    expect(isWanted(alert, { key: '7' })).toBe(true);
    expect(isWanted(alert, { key: 'c' })).toBe(false);
    expect(isWanted(alert, { rule: 'other' })).toBe(false);
    expect(isWanted(alert, { state: 'retracted' })).toBe(false);
  });
});
