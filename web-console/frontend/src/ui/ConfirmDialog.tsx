import type { ReactNode } from 'react';
import { Dialog } from './Dialog';

interface Props {
  title: string;
  action: string;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something that cannot be undone. Cancelling has the focus first. */
export function ConfirmDialog({ title, action, busy = false, onConfirm, onClose, children }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="dialog-body">{children}</div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose} autoFocus>
          Cancel
        </button>
        <button type="button" className="button danger" onClick={onConfirm} disabled={busy}>
          {action}
        </button>
      </footer>
    </Dialog>
  );
}
