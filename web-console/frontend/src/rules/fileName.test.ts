import { expect, it } from 'vitest';
import { nameProblem, withEnding } from './fileName';

it('takes a name as the node takes it', () => {
  expect(nameProblem('cards-2.v1_x.trip', [])).toBeNull();
});

it.each([
  ['', /Give the file a name/],
  ['.trip', /Give the file a name/],
  ['my cards.trip', /made of letters/],
  ['../cards.trip', /made of letters/],
  ['cards.txt', /ends in/],
  ['cards.trip', /There is a file/],
])('says what is wrong with %j', (name, words) => {
  expect(nameProblem(name, ['cards.trip'])).toMatch(words);
});

it('adds the ending that is missing', () => {
  expect(withEnding(' cards ')).toBe('cards.trip');
  expect(withEnding('cards.trip')).toBe('cards.trip');
  expect(withEnding(' ')).toBe('');
});
