import type { EventSummary } from '../api/rules';
import { LanguageCard } from './LanguageCard';

interface Props {
  events: readonly EventSummary[];
  onInsert: (text: string) => void;
}

/** What rules can be written over: the events with their fields, and the language in a few lines. */
export function Reference({ events, onInsert }: Props) {
  return (
    <aside className="reference" aria-label="Reference">
      <h2>Events &amp; fields</h2>
      {events.length === 0 && (
        <p className="muted">
          None declared yet. Declare one at the top of the file, with the fields that are sent.
        </p>
      )}
      {events.map((event, index) => (
        <details key={event.name} open={index === 0 || events.length <= 4}>
          <summary className="mono">{event.name}</summary>
          <ul>
            {event.fields.map((field) => (
              <li key={field.name}>
                <button type="button" onClick={() => onInsert(field.name)} title={`Insert ${field.name}`}>
                  {field.name}
                </button>
                <span className="field-type">
                  {field.type}
                  {field.optional && '?'}
                  {field.role && <span className="field-role"> @{field.role}</span>}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <LanguageCard />
    </aside>
  );
}
