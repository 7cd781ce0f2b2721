import type { Diagnostic } from './rules';

/** The body of an RFC 9457 answer, as far as the console reads it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  diagnostics?: Diagnostic[];
}

/** A request that the node answered with an error. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ? `${problem.title}: ${problem.detail}` : problem.title);
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** A request that got no answer at all. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';

  constructor(cause: unknown) {
    super('The node does not answer. Is it running?', { cause });
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 404;
}

/** Reads the problem out of an error answer; a body that is none (a proxy's page) still gives a title. */
export async function problemOf(response: Response): Promise<Problem> {
  const fallback = { type: 'about:blank', title: titleOf(response), status: response.status };
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.includes('json')) return fallback;
  try {
    const body = (await response.json()) as Partial<Problem> | null;
    return { ...fallback, ...body, status: response.status };
  } catch (error) {
    if (error instanceof SyntaxError) return fallback;
    throw error;
  }
}

function titleOf(response: Response): string {
  return response.statusText || `The node answered ${response.status}`;
}
