import type { Attempt } from '../api/webhooks';
import { Time } from '../ui/Time';

/** The attempts of one delivery, oldest first. */
export function AttemptTable({ attempts }: { attempts: readonly Attempt[] }) {
  if (attempts.length === 0) return <p className="muted">Not tried yet.</p>;
  return (
    <table className="table attempts">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Answer</th>
          <th scope="col" className="number">
            Took
          </th>
        </tr>
      </thead>
      <tbody>
        {attempts.map((attempt, index) => (
          <tr key={index}>
            <td>
              <Time at={attempt.at} />
            </td>
            <td className={attempt.error ? 'bad' : ''}>
              {attempt.status !== null && <span className="mono">{attempt.status} </span>}
              {attempt.error}
            </td>
            <td className="number">{attempt.durationMillis} ms</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
