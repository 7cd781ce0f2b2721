import type { Severity } from '../api/alerts';

/** Each severity has a shape of its own, so that it is told without its colour. */
const SHAPES: Record<Severity, React.ReactNode> = {
  critical: <path d="M8 0l8 8-8 8-8-8z" />,
  high: <path d="M8 1.5 15.2 14.5H.8z" />,
  medium: <circle cx="8" cy="8" r="6" />,
  low: <path d="M1.5 5.5h13v5h-13z" />,
};

export function SeverityBadge({ severity }: { severity: Severity }) {
  return (
    <span className={`severity severity-${severity}`}>
      <svg viewBox="0 0 16 16" width="10" height="10" aria-hidden="true">
        {SHAPES[severity]}
      </svg>
      {severity}
    </span>
  );
}
