import { plural } from '../ui/formats';

/** Says that new alerts wait above, and shows them when asked. */
export function HeldAlerts({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div className="held" role="status">
      {count > 0 && (
        <button type="button" className="button primary" onClick={onShow}>
          Show {plural(count, 'new alert')}
        </button>
      )}
    </div>
  );
}
