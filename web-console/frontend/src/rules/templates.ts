import type { RuleSet } from '../api/rules';
import { declaredEvents } from './editor/declaredEvents';
import accountTakeover from './templates/account_takeover.trip?raw';
import cardTesting from './templates/card_testing.trip?raw';
import manyCountries from './templates/many_countries.trip?raw';
import velocity from './templates/velocity.trip?raw';

export interface Template {
  name: string;
  title: string;
  what: string;
  text: string;
}

export const TEMPLATES: readonly Template[] = [
  {
    name: 'card_testing',
    title: 'Card testing',
    what: 'Small charges that probe a card, then a large one. A sequence of events.',
    text: cardTesting,
  },
  {
    name: 'velocity',
    title: 'Velocity',
    what: 'Too many payments in a short time. A count over a sliding window.',
    text: velocity,
  },
  {
    name: 'many_countries',
    title: 'Many countries',
    what: 'One card in more countries than anybody can travel. Different values over a window.',
    text: manyCountries,
  },
  {
    name: 'account_takeover',
    title: 'Account takeover',
    what: 'Password change, new payee, large transfer. Steps that refer to earlier ones.',
    text: accountTakeover,
  },
  { name: 'rules', title: 'Empty file', what: 'Start with nothing.', text: '' },
];

/** The template as it fits into a rule set: a name is defined once, so what exists is left out or named otherwise. */
export function textFor(template: Template, rules: RuleSet | undefined): string {
  const files = rules?.files ?? [];
  const events = new Set(files.flatMap((file) => file.events.map((event) => event.name)));
  const ruleNames = new Set(files.flatMap((file) => file.rules.map((rule) => rule.name)));
  return withFreeRuleNames(withoutEvents(template.text, events), ruleNames);
}

function withoutEvents(text: string, names: ReadonlySet<string>): string {
  let left = text;
  for (const event of declaredEvents(text).reverse()) {
    if (names.has(event.name)) left = left.slice(0, event.from) + left.slice(event.to).replace(/^\n+/, '');
  }
  return left;
}

function withFreeRuleNames(text: string, taken: ReadonlySet<string>): string {
  return text.replace(
    /^rule (\w+)/gm,
    (_match, name: string) => `rule ${freeName(name, (it) => taken.has(it))}`,
  );
}

/** The name itself, or with the first number from 2 on that is free. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name}_${number}`;
  return free;
}
