import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ViewField } from '../api/views';

interface Range {
  key: string;
  label: string;
  hours: number | null;
}

export const RANGES: readonly [Range, ...Range[]] = [
  { key: 'all', label: 'All that is kept', hours: null },
  { key: 'hour', label: 'Last hour', hours: 1 },
  { key: 'day', label: 'Last day', hours: 24 },
  { key: 'week', label: 'Last 7 days', hours: 168 },
  { key: 'month', label: 'Last 30 days', hours: 720 },
];

/** Where a range begins, counted back from the newest row: event time may be far from now. */
export function fromOf(range: Range, newest: string | null): string | null {
  if (range.hours === null || newest === null) return null;
  return new Date(Date.parse(newest) - range.hours * 3_600_000).toISOString();
}

interface Props {
  columns: readonly ViewField[];
  column: string | undefined;
  hasGroups: boolean;
}

/** What is shown of a view. The address holds it. */
export function ViewBar({ columns, column, hasGroups }: Props) {
  const [query, setQuery] = useSearchParams();
  const set = (name: string, value: string) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const bars = query.get('as') === 'bars';
  return (
    <div className="view-bar" role="search" aria-label="What is shown of the view">
      {columns.length > 0 && (
        <>
          <select
            className="select"
            aria-label="Column to draw"
            value={column}
            onChange={(event) => set('column', event.target.value)}
          >
            {columns.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
          <div className="segments" role="group" aria-label="Kind of chart">
            <button type="button" aria-pressed={!bars} onClick={() => set('as', '')}>
              Line
            </button>
            <button type="button" aria-pressed={bars} onClick={() => set('as', 'bars')}>
              Bars
            </button>
          </div>
        </>
      )}
      <select
        className="select"
        aria-label="Time"
        value={query.get('range') ?? 'all'}
        onChange={(event) => set('range', event.target.value === 'all' ? '' : event.target.value)}
      >
        {RANGES.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      {hasGroups && (
        <GroupFilter
          key={query.get('group') ?? ''}
          value={query.get('group') ?? ''}
          onChange={(value) => set('group', value)}
        />
      )}
    </div>
  );
}

interface GroupFilterProps {
  value: string;
  onChange: (value: string) => void;
}

/** Enter or leaving the field applies it. */
function GroupFilter({ value, onChange }: GroupFilterProps) {
  const [text, setText] = useState(value);
  const apply = () => {
    if (text.trim() !== value) onChange(text.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <input
        type="search"
        className={value ? 'input active' : 'input'}
        aria-label="Value of a group"
        placeholder="Value of a group"
        data-filter
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
      />
    </form>
  );
}
