import { describe, expect, it } from 'vitest';
import { fakeNode, json, problem } from '../testing/fakeNode';
import { ProblemError, UnreachableError } from './problem';
import { getJson, queryOf, send } from './request';
import { checkRuleText, deleteRuleFile, getRuleText, putRuleText } from './rules';

describe('a request', () => {
  it('gives the body of an answer', async () => {
    fakeNode({ 'GET /v1/status': () => json({ state: 'running' }) });
    expect(await getJson('/v1/status')).toEqual({ state: 'running' });
  });

  it('throws the problem of an error answer, with its words', async () => {
    fakeNode({
      'GET /v1/status': () => problem(503, 'The node takes no events', { detail: 'The disk is full' }),
    });
    const failure = getJson('/v1/status');
    await expect(failure).rejects.toBeInstanceOf(ProblemError);
    await expect(failure).rejects.toMatchObject({
      status: 503,
      message: 'The node takes no events: The disk is full',
    });
  });

  it('makes a problem of an error that is none, such as the page of a proxy', async () => {
    fakeNode({
      'GET /v1/status': () => new Response('<h1>oh</h1>', { status: 502, statusText: 'Bad Gateway' }),
    });
    await expect(getJson('/v1/status')).rejects.toMatchObject({ status: 502, message: 'Bad Gateway' });
  });

  it('makes a problem of an error whose JSON is broken', async () => {
    const broken = { status: 500, headers: { 'Content-Type': 'application/json' } };
    fakeNode({ 'GET /v1/status': () => new Response('{', broken) });
    await expect(getJson('/v1/status')).rejects.toMatchObject({ message: 'The node answered 500' });
  });

  it('says that nobody answered', async () => {
    fakeNode({});
    await expect(send('/v1/status')).rejects.toBeInstanceOf(UnreachableError);
  });

  it('asks only for what is set', () => {
    expect(queryOf({ rule: 'a b', severity: undefined, cursor: null, limit: 50, key: '' })).toBe(
      '?rule=a+b&limit=50',
    );
    expect(queryOf({})).toBe('');
  });
});

describe('a rule file', () => {
  it('is read with its etag', async () => {
    fakeNode({ 'GET /v1/rules/a.trip': () => new Response('rule …', { headers: { ETag: '"1"' } }) });
    expect(await getRuleText('a.trip')).toEqual({ text: 'rule …', etag: '"1"' });
  });

  it('is saved over the state it was loaded in, and over no other', async () => {
    const seen = fakeNode({ 'PUT /v1/rules/a.trip': () => json({}) });
    await putRuleText('a.trip', 'text', { on: 'etag', etag: '"1"' });
    await putRuleText('a.trip', 'text', { on: 'nothing' });
    await putRuleText('a.trip', 'text', { on: 'anything' });
    expect(seen.map(({ headers }) => [headers['if-match'], headers['if-none-match']])).toEqual([
      ['"1"', undefined],
      [undefined, '*'],
      [undefined, undefined],
    ]);
    expect(seen[0]?.body).toBe('text');
    expect(seen[0]?.headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  it('is deleted only as it was loaded', async () => {
    const seen = fakeNode({ 'DELETE /v1/rules/a.trip': () => new Response(null, { status: 204 }) });
    await deleteRuleFile('a.trip', '"1"');
    expect(seen[0]?.headers['if-match']).toBe('"1"');
  });

  it('is checked without being saved', async () => {
    const seen = fakeNode({ 'POST /v1/rules/a.trip/check': () => json({ diagnostics: [] }) });
    expect(await checkRuleText('a.trip', 'text', new AbortController().signal)).toEqual([]);
    expect(seen).toHaveLength(1);
  });
});
