import type { Connection } from './feedState';

interface Props {
  connection: Connection;
  paused: boolean;
  onPause: (paused: boolean) => void;
}

const WORDS: Record<Connection, string> = {
  connecting: 'Connecting…',
  live: 'Live',
  reconnecting: 'Reconnecting…',
};

/** Whether new alerts appear by themselves, and the switch for that. */
export function LiveIndicator({ connection, paused, onPause }: Props) {
  const shown = paused && connection === 'live' ? 'paused' : connection;
  return (
    <div className="live">
      <span className={`live-state live-${shown}`} role="status">
        <span className="live-dot" aria-hidden="true" />
        {shown === 'paused' ? 'Paused' : WORDS[connection]}
      </span>
      <button type="button" className="button small" aria-pressed={paused} onClick={() => onPause(!paused)}>
        {paused ? 'Resume' : 'Pause'}
      </button>
    </div>
  );
}
