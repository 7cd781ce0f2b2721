import { getExactJson, getJson, queryOf } from './request';
import type { Delivery } from './webhooks';

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const ALERT_STATES = ['firing', 'retracted'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export interface MatchedEvent {
  type: string;
  id: string | null;
  at: string;
  /** Only in a single alert, not in lists. */
  fields?: Record<string, unknown>;
}

export interface MatchedStep {
  step: string;
  events: MatchedEvent[];
}

export interface Alert {
  id: string;
  /** Rises with every change of an alert; the place in the live stream. */
  number: number;
  /** The number of its first change; lists are in this order. */
  firstNumber: number;
  rule: string;
  title: string;
  version: string;
  severity: Severity;
  key: Record<string, unknown>;
  at: string;
  recordedAt: string;
  state: AlertState;
  message: string;
  matched: MatchedStep[];
  deliveries?: Delivery[];
}

export interface AlertPage {
  alerts: Alert[];
  next: string | null;
}

export interface AlertQuery {
  rule?: string;
  severity?: Severity;
  state?: AlertState;
  key?: string;
  limit?: number;
  cursor?: string;
}

export function listAlerts(query: AlertQuery, signal?: AbortSignal): Promise<AlertPage> {
  return getJson(`/v1/alerts${queryOf({ ...query })}`, signal);
}

export function getAlert(id: string, signal?: AbortSignal): Promise<Alert> {
  return getExactJson(`/v1/alerts/${encodeURIComponent(id)}`, signal);
}

/** The address of the live stream; with a number, of what came after that change. */
export function alertStreamPath(afterNumber: number | null): string {
  return `/v1/alerts/stream${queryOf({ after: afterNumber })}`;
}
