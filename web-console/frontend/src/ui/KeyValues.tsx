import { formatValue } from './formats';

/** The key of an alert: each part's name and value. */
export function KeyValues({ values }: { values: Record<string, unknown> }) {
  const entries = Object.entries(values);
  if (entries.length === 0) return <span className="muted">no key</span>;
  return (
    <span className="key-values">
      {entries.map(([name, value]) => (
        <span className="key-value" key={name} title={`${name} ${formatValue(value)}`}>
          <span className="key-name">{name}</span> <span className="mono">{formatValue(value)}</span>
        </span>
      ))}
    </span>
  );
}
