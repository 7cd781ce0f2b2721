import { messageOf } from '../api/problem';

interface Props {
  what: string;
  error: unknown;
  retry?: () => void;
}

/** What could not be had, why, and another try. */
export function ErrorNote({ what, error, retry }: Props) {
  return (
    <div className="note note-bad" role="alert">
      <p>
        <strong>{what}</strong> {messageOf(error)}
      </p>
      {retry && (
        <button type="button" className="button small" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
