import type { ReactNode } from 'react';

export type Tone = 'good' | 'bad' | 'waiting' | 'plain';

/** A short state in words; the tone repeats what the words say. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
