import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { startBacktest, type BacktestRequest } from '../api/backtests';
import type { EventSummary } from '../api/rules';
import { Dialog } from '../ui/Dialog';
import { ErrorNote } from '../ui/ErrorNote';

interface Props {
  file: string;
  text: string;
  events: readonly EventSummary[];
  onClose: () => void;
}

/** Asks what a backtest of the text should look at, and begins it. */
export function BacktestDialog({ file, text, events, onClose }: Props) {
  const navigate = useNavigate();
  const [label, setLabel] = useState('');
  const [names, setNames] = useState<'event' | 'key'>('event');
  const [delay, setDelay] = useState('0s');
  const begin = useMutation({
    mutationFn: () => startBacktest(requestOf(file, text, label, names, delay)),
    onSuccess: ({ id }) => navigate(`/backtests/${id}`),
  });
  const choices = events.flatMap((event) =>
    event.fields.filter(({ role }) => role !== 'time').map((field) => `${event.name}.${field.name}`),
  );
  return (
    <Dialog title={`Backtest ${file}`} onClose={onClose}>
      <form
        className="backtest-form"
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <p>
          The rules of this text are run over the whole history of this node and compared with the rules in
          force. Nothing is published, and nobody is notified.
        </p>
        <label className="field">
          <span>Labels: events that say what should have been found</span>
          <select className="select" value={label} onChange={({ target }) => setLabel(target.value)}>
            <option value="">none</option>
            {choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
        {label !== '' && (
          <>
            <label className="field">
              <span>That field names</span>
              <select
                className="select"
                value={names}
                onChange={({ target }) => setNames(target.value === 'key' ? 'key' : 'event')}
              >
                <option value="event">the id of an event</option>
                <option value="key">the key of an alert</option>
              </select>
            </label>
            <label className="field">
              <span>A label may come as late as</span>
              <input
                className="input mono"
                value={delay}
                onChange={({ target }) => setDelay(target.value)}
                placeholder="7d"
              />
            </label>
          </>
        )}
        {begin.error && <ErrorNote what="The backtest could not be begun." error={begin.error} />}
        <div className="button-row">
          <button type="button" className="button" onClick={onClose}>
            Close
          </button>
          <button type="submit" className="button primary" disabled={begin.isPending}>
            {begin.isPending ? 'Beginning…' : 'Run the backtest'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function requestOf(
  file: string,
  text: string,
  label: string,
  names: 'event' | 'key',
  delay: string,
): BacktestRequest {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const request: BacktestRequest = { files: [{ name: file, text }], against: 'live', zone };
  const [type, field] = label.split('.', 2);
  if (type && field) request.labels = { type, field, names, delay };
  return request;
}
