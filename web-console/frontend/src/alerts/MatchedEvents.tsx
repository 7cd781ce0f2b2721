import type { MatchedEvent } from '../api/alerts';
import { formatSpan, formatValue } from '../ui/formats';
import { Time } from '../ui/Time';
import type { TimelineEvent } from './matchTimeline';

interface Props {
  events: readonly TimelineEvent[];
  steps: readonly string[];
}

/** The matched events one below the other, each bound to its step, with the time between them and their fields. */
export function MatchedEvents({ events, steps }: Props) {
  return (
    <ol className="matched">
      {events.map((entry, index) => (
        <li key={index} className={`matched-event step-edge-${entry.stepIndex % 6}`}>
          {index > 0 && <span className="gap">+{formatSpan(entry.gapMillis)}</span>}
          <p className="matched-head">
            <span className={`step step-${entry.stepIndex % 6}`}>{steps[entry.stepIndex]}</span>
            <strong>{entry.event.type}</strong>
            {entry.event.id !== null && <span className="mono">{entry.event.id}</span>}
            <Time at={entry.event.at} />
          </p>
          <Fields event={entry.event} />
        </li>
      ))}
    </ol>
  );
}

/** The fields, without those that say again what stands above them: the event's id and time. */
function Fields({ event }: { event: MatchedEvent }) {
  const entries = Object.entries(event.fields ?? {}).filter(
    ([, value]) => value !== event.id && value !== event.at,
  );
  if (entries.length === 0) return null;
  return (
    <dl className="fields">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={value === null ? 'muted' : 'mono'}>{formatValue(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
