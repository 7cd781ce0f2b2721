import type { ReactNode } from 'react';

interface Props {
  title: string;
  children: ReactNode;
}

/** What stands where there is nothing yet, and says what to do about it. */
export function EmptyState({ title, children }: Props) {
  return (
    <div className="empty">
      <svg className="empty-mark" viewBox="0 0 64 24" width="64" height="24" aria-hidden="true">
        <path d="M2 16h60" />
        <circle cx="32" cy="16" r="3.5" />
      </svg>
      <h2>{title}</h2>
      <div className="empty-text">{children}</div>
    </div>
  );
}
