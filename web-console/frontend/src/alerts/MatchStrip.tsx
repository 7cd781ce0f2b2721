import type { MatchedStep } from '../api/alerts';
import { formatLocal, formatSpan, plural } from '../ui/formats';
import { inTimeOrder, placeOf, spanOf } from './matchTimeline';

const LANE_HEIGHT = 26;
const WIDTH = 600;
const INSET = 10;

/** The match drawn to scale: a lane for each step, a dot for each event it took. */
export function MatchStrip({ matched }: { matched: readonly MatchedStep[] }) {
  const events = inTimeOrder(matched);
  if (events.length < 2) return null;
  const height = matched.length * LANE_HEIGHT;
  const xOf = (place: number) => INSET + place * (WIDTH - 2 * INSET);
  const span = formatSpan(spanOf(events));
  return (
    <div className="strip">
      <ul className="strip-lanes">
        {matched.map(({ step, events: taken }, index) => (
          <li key={step}>
            <span className={`step step-${index % 6}`}>{step}</span>
            <span className="muted">{plural(taken.length, 'event')}</span>
          </li>
        ))}
      </ul>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        preserveAspectRatio="none"
        height={height}
        role="img"
        aria-label={`${plural(events.length, 'event')} within ${span}`}
      >
        {matched.map(({ step }, index) => {
          const y = (index + 0.5) * LANE_HEIGHT;
          return <line key={step} className="strip-lane" x1="0" x2={WIDTH} y1={y} y2={y} />;
        })}
        {events.map((entry, index) => {
          const x = xOf(placeOf(entry, events));
          const y = (entry.stepIndex + 0.5) * LANE_HEIGHT;
          return (
            <line
              key={index}
              className={`strip-dot step-stroke-${entry.stepIndex % 6}`}
              x1={x}
              x2={x}
              y1={y}
              y2={y}
            >
              <title>{`${entry.step}: ${entry.event.type} at ${formatLocal(entry.event.at)}`}</title>
            </line>
          );
        })}
      </svg>
      <p className="strip-span">{span} from first to last</p>
    </div>
  );
}
