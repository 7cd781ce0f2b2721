import { createContext, use } from 'react';

export type ToastTone = 'good' | 'bad';

export interface Toasts {
  /** Something was done. */
  done(text: string): void;
  /** Something could not be done; stays until it is closed. */
  failed(what: string, error: unknown): void;
}

export const ToastContext = createContext<Toasts>({ done: () => undefined, failed: () => undefined });

export function useToasts(): Toasts {
  return use(ToastContext);
}
