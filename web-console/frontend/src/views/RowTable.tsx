import type { View, ViewRow } from '../api/views';
import { formatValue } from '../ui/formats';
import { Time } from '../ui/Time';

interface Props {
  view: View;
  rows: readonly ViewRow[];
  hasOlder: boolean;
  loading: boolean;
  onOlder: () => void;
}

const NUMBERS = ['int', 'decimal', 'float', 'duration'];

/** The rows of a view, newest first. */
export function RowTable({ view, rows, hasOlder, loading, onOlder }: Props) {
  return (
    <section className="view-rows" aria-label="Rows">
      <table className="table card">
        <thead>
          <tr>
            <th scope="col">Window ends</th>
            <th scope="col">Begins</th>
            {view.groups.map(({ name }) => (
              <th key={name} scope="col" className="mono">
                {name}
              </th>
            ))}
            {view.columns.map(({ name, type }) => (
              <th key={name} scope="col" className={NUMBERS.includes(type) ? 'mono number' : 'mono'}>
                {name}
              </th>
            ))}
            <th scope="col" className="number">
              Revision
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Time at={row.windowEnd} />
              </td>
              <td>
                <Time at={row.windowStart} />
              </td>
              {view.groups.map(({ name }) => (
                <td key={name}>
                  <RowValue value={row.groups[name]} type="" />
                </td>
              ))}
              {view.columns.map(({ name, type }) => (
                <td key={name} className={NUMBERS.includes(type) ? 'number' : undefined}>
                  <RowValue value={row.columns[name]} type={type} />
                </td>
              ))}
              <td className="number">{row.revision}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="list-end">
        {hasOlder ? (
          <button type="button" className="button" onClick={onOlder} disabled={loading}>
            {loading ? 'Loading…' : 'Load older'}
          </button>
        ) : (
          'No older rows'
        )}
      </p>
    </section>
  );
}

function RowValue({ value, type }: { value: unknown; type: string }) {
  if (value === undefined || value === null) return <span className="muted">missing</span>;
  if (type === 'timestamp' && typeof value === 'string') return <Time at={value} />;
  return <>{type === 'duration' ? durationText(formatValue(value)) : formatValue(value)}</>;
}

/** `PT1H20M` as rules write it, `1h20m`. */
function durationText(value: string): string {
  return value.replace(/^PT/, '').toLowerCase();
}
