interface Props {
  hasOlder: boolean;
  loading: boolean;
  onLoad: () => void;
}

/** The end of the list: the way to older alerts, or that there are none. */
export function OlderAlerts({ hasOlder, loading, onLoad }: Props) {
  return (
    <p className="list-end">
      {hasOlder ? (
        <button type="button" className="button" onClick={onLoad} disabled={loading}>
          {loading ? 'Loading…' : 'Load older'}
        </button>
      ) : (
        'No older alerts'
      )}
    </p>
  );
}
