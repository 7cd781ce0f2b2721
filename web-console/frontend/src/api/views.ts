import { getExactJson, getJson, queryOf } from './request';

export interface ViewField {
  name: string;
  type: string;
}

export interface View {
  name: string;
  title: string;
  version: string;
  file: string;
  line: number;
  source: string;
  window: {
    kind: 'tumbling' | 'hopping' | 'sliding' | 'session';
    length: string;
    every: string | null;
    zone: string | null;
  };
  groups: ViewField[];
  columns: ViewField[];
  /** How many are kept. */
  rows: number;
  /** Where the last of their windows ends. */
  newest: string | null;
}

export interface ViewRow {
  id: string;
  version: string;
  /** How often it had been published before. */
  revision: number;
  windowStart: string;
  windowEnd: string;
  groups: Record<string, unknown>;
  columns: Record<string, unknown>;
}

export interface RowPage {
  rows: ViewRow[];
  next: string | null;
}

export interface RowQuery {
  from?: string;
  group?: string;
  limit?: number;
  cursor?: string;
}

export async function listViews(signal?: AbortSignal): Promise<View[]> {
  const { views } = await getJson<{ views: View[] }>('/v1/views', signal);
  return views;
}

export function listRows(view: string, query: RowQuery, signal?: AbortSignal): Promise<RowPage> {
  return getExactJson(`/v1/views/${encodeURIComponent(view)}/rows${queryOf({ ...query })}`, signal);
}
