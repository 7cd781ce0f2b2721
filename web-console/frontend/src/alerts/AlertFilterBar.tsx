import { useSearchParams } from 'react-router';
import { ALERT_STATES, SEVERITIES } from '../api/alerts';
import { useRuleSet } from '../rules/useRuleSet';
import { hasFilters, readFilters, withFilter, type AlertFilters } from './alertFilters';
import type { Connection } from './feedState';
import { FilterSelect } from './FilterSelect';
import { KeyFilter } from './KeyFilter';
import { LiveIndicator } from './LiveIndicator';

interface Props {
  connection: Connection;
  paused: boolean;
  onPause: (paused: boolean) => void;
}

/** What the list is narrowed to. The address holds it. */
export function AlertFilterBar({ connection, paused, onPause }: Props) {
  const [query, setQuery] = useSearchParams();
  const filters = readFilters(query);
  const ruleNames = useRuleSet().data?.files.flatMap((file) => file.rules.map((rule) => rule.name)) ?? [];
  const change = (name: keyof AlertFilters) => (value: string) =>
    setQuery((before) => withFilter(before, name, value), { replace: true });

  return (
    <div className="filter-bar" role="search" aria-label="Filter the alerts">
      <KeyFilter key={filters.key ?? ''} value={filters.key ?? ''} onChange={change('key')} />
      <FilterSelect
        label="Rule"
        any="All rules"
        value={filters.rule}
        options={ruleNames}
        onChange={change('rule')}
      />
      <FilterSelect
        label="Severity"
        any="All severities"
        value={filters.severity}
        options={SEVERITIES}
        onChange={change('severity')}
      />
      <FilterSelect
        label="State"
        any="All states"
        value={filters.state}
        options={ALERT_STATES}
        onChange={change('state')}
      />
      {hasFilters(filters) && (
        <button type="button" className="button small quiet" onClick={() => setQuery({}, { replace: true })}>
          Clear
        </button>
      )}
      <LiveIndicator connection={connection} paused={paused} onPause={onPause} />
    </div>
  );
}
