import type { Severity } from './alerts';
import type { Fix } from './language';
import { getJson, send, sendJson } from './request';

export interface FieldSummary {
  name: string;
  type: string;
  optional: boolean;
  /** `id`, `time`, or null for a plain field. */
  role: string | null;
}

export interface EventSummary {
  name: string;
  fields: FieldSummary[];
}

export interface RuleSummary {
  name: string;
  title: string | null;
  severity: Severity;
  key: string[];
  line: number;
  version: string;
}

export interface RuleFile {
  name: string;
  etag: string;
  updatedAt: string;
  events: EventSummary[];
  rules: RuleSummary[];
}

export interface RuleSet {
  revision: number;
  files: RuleFile[];
}

/** Lines and columns are counted from 1, offsets from 0 in UTF-16 code units; ends are exclusive. */
export interface Diagnostic {
  code: string;
  level: 'error' | 'warning';
  message: string;
  hint: string | null;
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  offset: number;
  endOffset: number;
  /** What could be done about it; known of a text that was checked. */
  fixes?: Fix[];
}

export interface RuleText {
  text: string;
  etag: string;
}

export interface SavedRules {
  file: RuleFile;
  revision: number;
  diagnostics: Diagnostic[];
}

export function getRuleSet(signal?: AbortSignal): Promise<RuleSet> {
  return getJson('/v1/rules', signal);
}

export async function getRuleText(file: string, signal?: AbortSignal): Promise<RuleText> {
  const response = await send(pathOf(file), { signal, headers: { Accept: 'text/plain' } });
  return { text: await response.text(), etag: response.headers.get('ETag') ?? '' };
}

/** What a file is saved over: no file, whatever is there, or one state of it and no other (412 otherwise). */
export type Base = { on: 'nothing' } | { on: 'anything' } | { on: 'etag'; etag: string };

export function putRuleText(file: string, text: string, base: Base): Promise<SavedRules> {
  return sendJson(pathOf(file), { method: 'PUT', text, headers: preconditionOf(base) });
}

export async function deleteRuleFile(file: string, etag: string): Promise<void> {
  await send(pathOf(file), { method: 'DELETE', headers: { 'If-Match': etag } });
}

/** What the compiler says to the text as that file's, without changing anything. */
export async function checkRuleText(file: string, text: string, signal: AbortSignal): Promise<Diagnostic[]> {
  const answer = await sendJson<{ diagnostics: Diagnostic[]; fixes: Fix[] }>(`${pathOf(file)}/check`, {
    method: 'POST',
    text,
    signal,
  });
  return answer.diagnostics.map((diagnostic, index) => ({
    ...diagnostic,
    fixes: answer.fixes.filter((fix) => fix.diagnostic === index),
  }));
}

/** Where a match of a rule can stand, and what leads from one place to the next. */
export interface StateGraph {
  nodes: StateNode[];
  edges: StateEdge[];
}

export interface StateNode {
  id: string;
  kind: 'START' | 'STEP' | 'WAIT' | 'MATCH';
  title: string;
  detail: string;
}

export interface StateEdge {
  from: string;
  to: string;
  label: string;
  again: boolean;
}

export interface Explanation {
  name: string;
  title: string;
  line: number;
  text: string;
  graph: StateGraph;
}

/** What the rules in the text say; none while the text has errors. */
export async function explainRuleText(
  file: string,
  text: string,
  signal: AbortSignal,
): Promise<Explanation[]> {
  const answer = await sendJson<{ rules: Explanation[] }>(`${pathOf(file)}/explain`, {
    method: 'POST',
    text,
    signal,
  });
  return answer.rules;
}

function pathOf(file: string): string {
  return `/v1/rules/${encodeURIComponent(file)}`;
}

function preconditionOf(base: Base): Record<string, string> {
  switch (base.on) {
    case 'nothing':
      return { 'If-None-Match': '*' };
    case 'anything':
      return {};
    case 'etag':
      return { 'If-Match': base.etag };
  }
}
