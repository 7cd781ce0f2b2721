import { send, sendJson } from './request';

/** A change of a text: offsets in UTF-16 code units, the end exclusive. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** @property diagnostic its place among the diagnostics of the answer */
export interface Fix {
  diagnostic: number;
  title: string;
  edits: Edit[];
}

export interface CompletionItem {
  label: string;
  kind: string;
  detail: string;
  /** In Markdown; may be empty. */
  documentation: string;
}

export interface Completions {
  from: number;
  to: number;
  items: CompletionItem[];
}

export interface HoverText {
  from: number;
  to: number;
  markdown: string;
}

export interface Place {
  file: string;
  from: number;
  to: number;
}

/** A text that somebody is writing, and where the cursor stands in it. */
export interface Question {
  file: string;
  text: string;
  offset: number;
}

export function complete(question: Question, signal: AbortSignal): Promise<Completions> {
  return sendJson(pathOf('complete', question), { method: 'POST', text: question.text, signal });
}

/** Null where there is nothing to say. */
export async function hover(question: Question): Promise<HoverText | null> {
  const response = await send(pathOf('hover', question), { method: 'POST', text: question.text });
  return response.status === 204 ? null : ((await response.json()) as HoverText);
}

export async function definition(question: Question): Promise<Place[]> {
  const answer = await sendJson<{ places: Place[] }>(pathOf('definition', question), {
    method: 'POST',
    text: question.text,
  });
  return answer.places;
}

/** Empty when there is nothing to change, or the text cannot be read. */
export async function format(file: string, text: string): Promise<Edit[]> {
  const answer = await sendJson<{ edits: Edit[] }>(`/v1/language/format?file=${encodeURIComponent(file)}`, {
    method: 'POST',
    text,
  });
  return answer.edits;
}

function pathOf(what: string, { file, offset }: Question): string {
  return `/v1/language/${what}?file=${encodeURIComponent(file)}&offset=${offset}`;
}
