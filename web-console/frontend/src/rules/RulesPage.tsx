import { Link } from 'react-router';
import { ErrorNote } from '../ui/ErrorNote';
import { plural } from '../ui/formats';
import { Loading } from '../ui/Loading';
import { NoRules } from './NoRules';
import { RuleFileCard } from './RuleFileCard';
import { useRuleSet } from './useRuleSet';

/** The rule set: its files with their rules. */
export function RulesPage() {
  const { data: rules, error, isPending, refetch } = useRuleSet();
  const ruleCount = rules?.files.reduce((count, file) => count + file.rules.length, 0) ?? 0;
  return (
    <div className="page">
      <title>Rules · Tripline</title>
      <header className="page-head">
        <div>
          <h1>Rules</h1>
          {rules && rules.files.length > 0 && (
            <p className="muted">
              {plural(ruleCount, 'rule')} in {plural(rules.files.length, 'file')}, revision {rules.revision}
            </p>
          )}
        </div>
        <Link className="button primary" to="/rules/new">
          New rule file
        </Link>
      </header>
      {isPending && <Loading what="rules" />}
      {error && (
        <ErrorNote what="The rules could not be loaded." error={error} retry={() => void refetch()} />
      )}
      {rules?.files.length === 0 && <NoRules />}
      <div className="rule-files">
        {rules?.files.map((file) => (
          <RuleFileCard key={file.name} file={file} />
        ))}
      </div>
    </div>
  );
}
