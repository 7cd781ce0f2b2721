import { Link } from 'react-router';
import type { RuleFile } from '../api/rules';
import { plural } from '../ui/formats';
import { SeverityBadge } from '../ui/SeverityBadge';
import { Age } from '../ui/Time';

/** A rule file with its rules, each leading to its line. */
export function RuleFileCard({ file }: { file: RuleFile }) {
  const path = `/rules/${encodeURIComponent(file.name)}`;
  return (
    <section className="card rule-file" aria-labelledby={`file-${file.name}`}>
      <header className="card-head">
        <h2 id={`file-${file.name}`} className="mono">
          <Link to={path}>{file.name}</Link>
        </h2>
        <span className="muted">
          {file.events.length > 0 && (
            <>
              {plural(file.events.length, 'event')}: {file.events.map((event) => event.name).join(', ')}{' '}
              ·{' '}
            </>
          )}
          changed <Age at={file.updatedAt} />
        </span>
      </header>
      {file.rules.length === 0 ? (
        <p className="card-empty muted">Declares events only.</p>
      ) : (
        <table className="table rule-table">
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Severity</th>
              <th scope="col">Rule</th>
              <th scope="col">Key</th>
              <th scope="col">Alerts</th>
            </tr>
          </thead>
          <tbody>
            {file.rules.map((rule) => (
              <tr key={rule.name}>
                <td className="col-severity">
                  <SeverityBadge severity={rule.severity} />
                </td>
                <td>
                  <Link className="strong" to={`${path}#L${rule.line}`}>
                    {rule.title ?? rule.name}
                  </Link>{' '}
                  <span className="mono muted">{rule.name}</span>
                </td>
                <td className="col-by">
                  {rule.key.length > 0 ? (
                    <>
                      <span className="muted">by </span>
                      <span className="mono">{rule.key.join(', ')}</span>
                    </>
                  ) : (
                    <span className="muted">no key</span>
                  )}
                </td>
                <td className="col-action">
                  <Link to={`/alerts?rule=${encodeURIComponent(rule.name)}`}>Alerts</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
