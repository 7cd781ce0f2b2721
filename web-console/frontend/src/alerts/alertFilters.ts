import { ALERT_STATES, SEVERITIES, type Alert, type AlertState, type Severity } from '../api/alerts';
import { formatValue } from '../ui/formats';

/** Which alerts are wanted. They stand in the page's address, so that a view can be sent to somebody. */
export interface AlertFilters {
  rule?: string;
  severity?: Severity;
  state?: AlertState;
  key?: string;
}

export const FILTER_NAMES = ['rule', 'severity', 'state', 'key'] as const;

export function readFilters(query: URLSearchParams): AlertFilters {
  const filters: AlertFilters = {};
  const rule = query.get('rule');
  const key = query.get('key');
  const severity = SEVERITIES.find((name) => name === query.get('severity'));
  const state = ALERT_STATES.find((name) => name === query.get('state'));
  if (rule) filters.rule = rule;
  if (severity) filters.severity = severity;
  if (state) filters.state = state;
  if (key) filters.key = key;
  return filters;
}

/** The query with one filter changed; an empty value takes it away. Other parameters stay. */
export function withFilter(query: URLSearchParams, name: keyof AlertFilters, value: string): URLSearchParams {
  const changed = new URLSearchParams(query);
  if (value) changed.set(name, value);
  else changed.delete(name);
  return changed;
}

export function hasFilters(filters: AlertFilters): boolean {
  return FILTER_NAMES.some((name) => filters[name] !== undefined);
}

/** Whether an alert of the live stream belongs to the list; the same question that the node answers for a page. */
export function isWanted(alert: Alert, filters: AlertFilters): boolean {
  return (
    (filters.rule === undefined || alert.rule === filters.rule) &&
    (filters.severity === undefined || alert.severity === filters.severity) &&
    (filters.state === undefined || alert.state === filters.state) &&
    (filters.key === undefined ||
      Object.values(alert.key).some((value) => formatValue(value) === filters.key))
  );
}
