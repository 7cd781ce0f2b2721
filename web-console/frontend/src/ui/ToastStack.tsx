import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { messageOf } from '../api/problem';
import { ToastContext, type Toasts, type ToastTone } from './toasts';

const SHOWN_MILLIS = 5000;
const MOST_SHOWN = 4;

interface Toast {
  id: number;
  tone: ToastTone;
  text: string;
}

let lastId = 0;

/** Shows what actions led to, over every page. */
export function ToastStack({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Toast[]>([]);

  const close = useCallback(
    (id: number) => setShown((toasts) => toasts.filter((toast) => toast.id !== id)),
    [],
  );
  const toasts = useMemo<Toasts>(() => {
    const show = (tone: ToastTone, text: string) => {
      const id = ++lastId;
      setShown((before) => [...before, { id, tone, text }].slice(-MOST_SHOWN));
      if (tone === 'good') setTimeout(() => close(id), SHOWN_MILLIS);
    };
    return {
      done: (text) => show('good', text),
      failed: (what, error) => show('bad', `${what} ${messageOf(error)}`),
    };
  }, [close]);

  return (
    <ToastContext value={toasts}>
      {children}
      <div className="toasts" role="log" aria-label="Notices" aria-live="polite">
        {shown.map((toast) => (
          <div className={`toast toast-${toast.tone}`} key={toast.id}>
            <span aria-hidden="true">{toast.tone === 'good' ? '✓' : '!'}</span>
            <p>{toast.text}</p>
            <button
              type="button"
              className="button icon"
              aria-label="Close notice"
              onClick={() => close(toast.id)}
            >
              ✕
            </button>
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
