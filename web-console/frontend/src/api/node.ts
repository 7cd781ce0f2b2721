import { getExactJson, getJson, queryOf } from './request';

export interface NodeStatus {
  version: string;
  state: 'starting' | 'running' | 'refusing';
  reason: string | null;
  listening: string;
  durability: 'disk' | 'process';
  partitions: number;
  startedAt: string;
  uptimeSeconds: number;
  journal: { sequence: number; bytes: number };
  events: { accepted: number; duplicates: number; rejected: number; late: number; perSecond: number };
  alerts: { firing: number; retracted: number };
  outbox: { pending: number; dead: number };
  ring: { capacity: number; used: number };
  watermark: string | null;
  rules: number;
  keys: number;
  /** How many windows of groups views keep. */
  viewWindows: number;
  /** Events that a view left out because it kept too much already. */
  leftOutEvents: number;
}

export interface LateEvent {
  sequence: number;
  type: string;
  id: string | null;
  at: string;
  fields: Record<string, unknown>;
}

export interface LatePage {
  events: LateEvent[];
  next: string | null;
}

export function getStatus(signal?: AbortSignal): Promise<NodeStatus> {
  return getJson('/v1/status', signal);
}

export function listLateEvents(cursor: string | null, signal?: AbortSignal): Promise<LatePage> {
  return getExactJson(`/v1/late${queryOf({ cursor })}`, signal);
}
