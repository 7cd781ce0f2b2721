import { vi } from 'vitest';

export interface SeenRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

type Answer = (request: SeenRequest) => Response | Promise<Response>;

/** Answers fetch in place of a node: by `METHOD /path`, without the query. Returns what was asked, in order. */
export function fakeNode(answers: Record<string, Answer>): SeenRequest[] {
  const seen: SeenRequest[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const request: SeenRequest = {
      method: init.method ?? 'GET',
      path,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? init.body : null,
    };
    seen.push(request);
    const answer = answers[`${request.method} ${path.replace(/\?.*/, '')}`];
    if (!answer) throw new TypeError(`nobody answers ${request.method} ${path}`);
    return answer(request);
  });
  return seen;
}

export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status });
}

export function problem(status: number, title: string, more: object = {}): Response {
  return new Response(JSON.stringify({ type: '/problems/test', title, status, ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
