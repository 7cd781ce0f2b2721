import type { Alert } from '../api/alerts';
import { isWanted, type AlertFilters } from './alertFilters';
import type { LiveAlert } from './feedState';

export interface ListedAlert {
  alert: Alert;
  /** When the stream brought it; null for what was loaded. */
  receivedAtMillis: number | null;
}

export interface MergedAlerts {
  /** What to show, newest first. */
  listed: ListedAlert[];
  /** How many new ones wait until the reader wants them. */
  held: number;
}

export interface MergeOptions {
  filters: AlertFilters;
  /** Alerts that are not in the list yet and have a higher number are held back. */
  shownThrough: number;
  /** Whether the node has alerts beyond the pages loaded. */
  hasOlder: boolean;
}

/**
 * Lays the live changes over the pages loaded: an alert of the list is replaced where it stands, and left out when it
 * no longer fits the filters; one that is not in the list comes to the place where the node would list it, unless that
 * is beyond the pages loaded.
 */
export function mergeLive(
  loaded: readonly Alert[],
  live: readonly LiveAlert[],
  options: MergeOptions,
): MergedAlerts {
  const { filters, shownThrough, hasOlder } = options;
  const byId = new Map<string, ListedAlert>(
    loaded.map((alert) => [alert.id, { alert, receivedAtMillis: null }]),
  );
  const oldest = hasOlder ? Math.min(...loaded.map(({ firstNumber }) => firstNumber)) : 0;
  let held = 0;
  for (const change of live) {
    const { id, number, firstNumber } = change.alert;
    const known = byId.get(id);
    if (known) {
      if (number >= known.alert.number) byId.set(id, change);
    } else if (firstNumber > oldest && isWanted(change.alert, filters)) {
      if (number <= shownThrough) byId.set(id, change);
      else held++;
    }
  }
  const listed = [...byId.values()].filter(({ alert }) => isWanted(alert, filters));
  listed.sort((left, right) => right.alert.firstNumber - left.alert.firstNumber);
  return { listed, held };
}
