import { expect, it } from 'vitest';
import { urlProblem } from './endpointUrl';

it('takes addresses of the web', () => {
  expect(urlProblem('https://example.org/alerts')).toBeNull();
  expect(urlProblem('http://127.0.0.1:9000/')).toBeNull();
});

it.each([
  ['', /Give the address/],
  ['example.org', /in full/],
  ['ftp://example.org/', /begins with/],
])('says what is wrong with %j', (url, words) => {
  expect(urlProblem(url)).toMatch(words);
});
