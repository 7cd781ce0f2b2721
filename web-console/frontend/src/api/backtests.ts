import type { Severity } from './alerts';
import { getExactJson, getJson, queryOf, send, sendJson } from './request';

export interface Difference {
  candidate: number;
  compared: number;
  both: number;
  onlyCandidate: number;
  onlyCompared: number;
}

/** A share with its 95 % interval; no value of nothing. */
export interface Proportion {
  hits: number;
  of: number;
  value: number | null;
  low: number;
  high: number;
}

export interface Quality {
  precision: Proportion;
  recall: Proportion;
}

export interface BacktestResult {
  range: {
    fromSequence: number;
    throughSequence: number;
    events: number;
    leftOutEvents: number;
    firstEventAt: string | null;
    lastEventAt: string | null;
    retracted: number;
  };
  zone: string;
  compared: boolean;
  alerts: Difference;
  rules: { rule: string; version: string | null; comparedVersion: string | null; alerts: Difference }[];
  days: { day: string; candidate: number; compared: number }[];
  keys: { key: string; candidate: number; compared: number }[];
  labels: {
    labels: number;
    judgedThrough: string | null;
    candidate: Quality;
    compared: Quality | null;
  } | null;
  listed: number;
  allListed: boolean;
}

export interface LabelRequest {
  type: string;
  field: string;
  names: 'event' | 'key';
  delay?: string;
}

export interface BacktestRequest {
  files?: { name: string; text: string }[];
  against?: string;
  rules?: string[];
  zone?: string;
  labels?: LabelRequest;
}

export type BacktestState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface Backtest {
  id: string;
  state: BacktestState;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  error: string | null;
  request: BacktestRequest;
  progress: { fraction: number; events: number; eventsPerSecond: number; remainingSeconds: number };
  result: BacktestResult | null;
}

/** Whose alert it is: the candidate's alone, the one of what it is compared with alone, or of both. */
export type Whose = 'candidate' | 'compared' | 'both';

export interface BacktestAlert {
  whose: Whose;
  id: string;
  rule: string;
  title: string;
  severity: Severity;
  key: Record<string, unknown>;
  at: string;
  message: string;
}

export interface BacktestAlertPage {
  alerts: BacktestAlert[];
  next: string | null;
}

export function startBacktest(request: BacktestRequest): Promise<Backtest> {
  return sendJson('/v1/backtests', { method: 'POST', json: request });
}

export async function listBacktests(signal?: AbortSignal): Promise<Backtest[]> {
  const answer = await getJson<{ backtests: Backtest[] }>('/v1/backtests', signal);
  return answer.backtests;
}

export function getBacktest(id: string, signal?: AbortSignal): Promise<Backtest> {
  return getJson(`/v1/backtests/${encodeURIComponent(id)}`, signal);
}

/** Cancels one that is not done, and forgets one that is. */
export async function deleteBacktest(id: string): Promise<void> {
  await send(`/v1/backtests/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export function listBacktestAlerts(
  id: string,
  options: { whose: Whose | null; limit: number; cursor: string | null },
  signal?: AbortSignal,
): Promise<BacktestAlertPage> {
  return getExactJson(`/v1/backtests/${encodeURIComponent(id)}/alerts${queryOf(options)}`, signal);
}
