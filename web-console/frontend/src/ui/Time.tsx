import { useClock } from './clock';
import { formatAge, formatLocal, formatLocalSeconds, formatUtc } from './formats';

interface Props {
  at: string;
  /** Leaves out what is smaller, for columns that are read at a glance. */
  toSeconds?: boolean;
}

/** A moment in the viewer's zone; UTC on hover. */
export function Time({ at, toSeconds = false }: Props) {
  return (
    <time className="time" dateTime={at} title={formatUtc(at)}>
      {toSeconds ? formatLocalSeconds(at) : formatLocal(at)}
    </time>
  );
}

/** How long ago a moment was; both its zones on hover. */
export function Age({ at }: { at: string }) {
  const age = useClock((nowMillis) => formatAge(at, nowMillis));
  return (
    <time className="time" dateTime={at} title={`${formatLocal(at)}\n${formatUtc(at)}`}>
      {age}
    </time>
  );
}
