import type { MatchedEvent, MatchedStep } from '../api/alerts';

/** A matched event with the step that took it. */
export interface TimelineEvent {
  step: string;
  /** The step's place in the pattern, counted from 0. */
  stepIndex: number;
  event: MatchedEvent;
  atMillis: number;
  /** Since the event before it; 0 for the first. */
  gapMillis: number;
}

/** All matched events in the order of their times; those of one time in the order of the pattern. */
export function inTimeOrder(matched: readonly MatchedStep[]): TimelineEvent[] {
  const events = matched.flatMap(({ step, events: taken }, stepIndex) =>
    taken.map((event) => ({ step, stepIndex, event, atMillis: new Date(event.at).getTime(), gapMillis: 0 })),
  );
  events.sort((left, right) => left.atMillis - right.atMillis || left.stepIndex - right.stepIndex);
  return events.map((entry, index) => ({
    ...entry,
    gapMillis: index === 0 ? 0 : entry.atMillis - (events[index - 1]?.atMillis ?? entry.atMillis),
  }));
}

/** Where an event stands between the first and the last, from 0 to 1; in the middle when there is no span. */
export function placeOf(entry: TimelineEvent, events: readonly TimelineEvent[]): number {
  const first = events[0]?.atMillis ?? 0;
  const spanMillis = spanOf(events);
  return spanMillis === 0 ? 0.5 : (entry.atMillis - first) / spanMillis;
}

export function spanOf(events: readonly TimelineEvent[]): number {
  return (events.at(-1)?.atMillis ?? 0) - (events[0]?.atMillis ?? 0);
}
