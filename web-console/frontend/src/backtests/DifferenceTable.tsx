import type { BacktestResult, Difference } from '../api/backtests';

/** How many alerts each rule raises, which of them are new, and which go. */
export function DifferenceTable({ result }: { result: BacktestResult }) {
  return (
    <table className="table card backtest-table">
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col" className="number">
            These rules
          </th>
          {result.compared && (
            <>
              <th scope="col" className="number">
                In force
              </th>
              <th scope="col" className="number">
                In both
              </th>
              <th scope="col" className="number">
                Appear
              </th>
              <th scope="col" className="number">
                Go
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {result.rules.map((rule) => (
          <Row key={rule.rule} name={rule.rule} alerts={rule.alerts} compared={result.compared} />
        ))}
        {result.rules.length !== 1 && <Row name="in all" alerts={result.alerts} compared={result.compared} />}
      </tbody>
    </table>
  );
}

function Row({ name, alerts, compared }: { name: string; alerts: Difference; compared: boolean }) {
  return (
    <tr>
      <td className="mono">{name}</td>
      <td className="number">{alerts.candidate.toLocaleString()}</td>
      {compared && (
        <>
          <td className="number">{alerts.compared.toLocaleString()}</td>
          <td className="number">{alerts.both.toLocaleString()}</td>
          <td className="number">{signed('+', alerts.onlyCandidate)}</td>
          <td className="number">{signed('−', alerts.onlyCompared)}</td>
        </>
      )}
    </tr>
  );
}

function signed(sign: string, count: number): string {
  return count === 0 ? '0' : `${sign}${count.toLocaleString()}`;
}
