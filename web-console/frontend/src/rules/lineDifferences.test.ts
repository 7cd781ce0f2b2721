import { expect, it } from 'vitest';
import { countDifferences } from './lineDifferences';

it('counts the lines that two texts do not share', () => {
  expect(countDifferences('a\nb\nc', 'a\nb\nc')).toEqual({ added: 0, removed: 0 });
  expect(countDifferences('a\nb\nc', 'a\nx\nc\nd')).toEqual({ added: 2, removed: 1 });
  expect(countDifferences('', 'a\nb')).toEqual({ added: 2, removed: 1 });
});
