import { Link } from 'react-router';
import { useRuleSet } from '../rules/useRuleSet';

/** A rule's title and name, leading to its line in its file while the rule is still there. */
export function RuleLink({ name, title }: { name: string; title: string }) {
  const files = useRuleSet().data?.files ?? [];
  const file = files.find(({ rules }) => rules.some((rule) => rule.name === name));
  const line = file?.rules.find((rule) => rule.name === name)?.line;
  return (
    <>
      {title && <span>{title} </span>}
      {file && line !== undefined ? (
        <Link className="mono" to={`/rules/${encodeURIComponent(file.name)}#L${line}`}>
          {name}
        </Link>
      ) : (
        <span className="mono">{name}</span>
      )}
    </>
  );
}
