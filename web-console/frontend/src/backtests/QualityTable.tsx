import type { BacktestResult, Proportion } from '../api/backtests';
import { Time } from '../ui/Time';
import { intervalText, shareText } from './backtestText';

/** What the labels say of the alerts. */
export function QualityTable({ labels }: { labels: NonNullable<BacktestResult['labels']> }) {
  return (
    <section aria-label="Labels">
      <h2>Precision and recall</h2>
      <table className="table card backtest-table">
        <thead>
          <tr>
            <th scope="col">By {labels.labels.toLocaleString()} labels</th>
            <th scope="col">Precision: alerts that are right</th>
            <th scope="col">Recall: what was found of what is labelled</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">These rules</th>
            <Share share={labels.candidate.precision} />
            <Share share={labels.candidate.recall} />
          </tr>
          {labels.compared && (
            <tr>
              <th scope="row">In force</th>
              <Share share={labels.compared.precision} />
              <Share share={labels.compared.recall} />
            </tr>
          )}
        </tbody>
      </table>
      {labels.judgedThrough && (
        <p className="muted">
          What is younger than <Time at={labels.judgedThrough} toSeconds /> may still get its label and is not
          judged.
        </p>
      )}
    </section>
  );
}

function Share({ share }: { share: Proportion }) {
  return (
    <td>
      {shareText(share)} <span className="muted">{intervalText(share)}</span>
    </td>
  );
}
