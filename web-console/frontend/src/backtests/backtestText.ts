import type { BacktestRequest, BacktestState, Proportion } from '../api/backtests';

/** What was tested, in a line. */
export function candidateText(request: BacktestRequest): string {
  const files = (request.files ?? []).map(({ name }) => name);
  return files.length === 0 ? 'The rules in force' : files.join(', ');
}

/** `75.0 % (90 of 120)`; a dash of nothing. */
export function shareText({ hits, of, value }: Proportion): string {
  return value === null ? '–' : `${(100 * value).toFixed(1)} %`.concat(` (${hits} of ${of})`);
}

/** The interval that holds the true share with 95 % confidence. */
export function intervalText({ of, low, high }: Proportion): string {
  return of === 0 ? 'nothing to judge' : `95 %: ${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)} %`;
}

const STATES: Record<BacktestState, string> = {
  queued: 'waits',
  running: 'runs',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

export function stateText(state: BacktestState): string {
  return STATES[state];
}
