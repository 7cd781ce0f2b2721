import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../api/rules';
import { declaredEvents } from './editor/declaredEvents';
import { freeName, TEMPLATES, textFor, type Template } from './templates';

const cardTesting = TEMPLATES[0] as Template;

const rulesWith = (events: string[], rules: string[]): RuleSet => ({
  revision: 1,
  files: [
    {
      name: 'a.trip',
      etag: '"1"',
      updatedAt: '2026-03-01T10:00:00Z',
      events: events.map((name) => ({ name, fields: [] })),
      rules: rules.map((name) => ({ name, title: null, severity: 'low', key: [], line: 1, version: 'v' })),
    },
  ],
});

describe('a template', () => {
  it('declares what it watches', () => {
    expect(textFor(cardTesting, undefined)).toBe(cardTesting.text);
    expect(declaredEvents(cardTesting.text).map(({ name }) => name)).toEqual(['Transaction']);
  });

  it('leaves out events that another file declares, with all that belongs to them', () => {
    const text = textFor(cardTesting, rulesWith(['Transaction'], []));
    expect(text).not.toMatch(/^event|late after/m);
    expect(text).toMatch(/^\/\/ Thieves.*\n\nrule card_testing/);
  });

  it('names its rule so that the name is free', () => {
    const text = textFor(cardTesting, rulesWith([], ['card_testing', 'card_testing_2']));
    expect(text).toContain('rule card_testing_3 "');
  });

  it('has a name that a file can have', () => {
    expect(freeName('rules', () => false)).toBe('rules');
    for (const { name } of TEMPLATES) expect(name).toMatch(/^[a-z_]+$/);
  });
});
