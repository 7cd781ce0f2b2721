import { Link } from 'react-router';
import { messageOf } from '../api/problem';
import type { Diagnostic } from '../api/rules';
import type { CheckResult } from './editor/checking';
import { inReadingOrder, summaryOf } from './editor/diagnostics';

interface Props {
  file: string;
  check: CheckResult;
  /** What the node said when it refused to save; shown until the text changes. */
  refusal: readonly Diagnostic[];
  onJump: (diagnostic: Diagnostic) => void;
}

/** What the compiler says, each piece leading to its place. */
export function ProblemList({ file, check, refusal, onJump }: Props) {
  const found = refusal.length > 0 ? refusal : check.state === 'checked' ? check.diagnostics : [];
  const problems = inReadingOrder(found, file);
  return (
    <section className="problems" aria-label="Problems">
      <p className="problems-head" role="status">
        {headline(check, problems)}
      </p>
      {problems.length > 0 && (
        <ol>
          {problems.map((problem, index) => (
            <li key={index} className={`problem problem-${problem.level}`}>
              <Place problem={problem} file={file} onJump={onJump} />
              <span>
                <span className="visually-hidden">{problem.level}: </span>
                {problem.message}
                {problem.hint && <span className="hint">{problem.hint}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function headline(check: CheckResult, problems: readonly Diagnostic[]): string {
  if (check.state === 'failed') return `The text could not be checked. ${messageOf(check.error)}`;
  if (problems.length > 0) return summaryOf(problems);
  return check.state === 'checking' ? 'Checking…' : 'No problems';
}

function Place({ problem, file, onJump }: { problem: Diagnostic } & Pick<Props, 'file' | 'onJump'>) {
  const place = `${problem.line}:${problem.column}`;
  if (problem.file !== file) {
    return (
      <Link className="place" to={`/rules/${encodeURIComponent(problem.file)}#L${problem.line}`}>
        {problem.file}:{place}
      </Link>
    );
  }
  return (
    <button type="button" className="place" onClick={() => onJump(problem)}>
      <span className="visually-hidden">Go to line and column </span>
      {place}
    </button>
  );
}
