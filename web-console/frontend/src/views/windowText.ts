import type { View } from '../api/views';

/** A view's window as its text says it. */
export function windowText({ window }: View): string {
  const every = window.every === null ? '' : ` every ${window.every}`;
  const zone = window.zone === null || window.zone === 'UTC' ? '' : ` in ${window.zone}`;
  return `${window.kind} ${window.length}${every}${zone}`;
}
