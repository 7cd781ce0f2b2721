import { useState } from 'react';
import { StateDiagram } from './StateDiagram';
import { useExplanations } from './useExplanations';
import './explain.css';

interface Props {
  file: string;
  text: string;
}

/** What each rule of the file says in plain English, and its states as a picture, while it is being written. */
export function ExplanationPanel({ file, text }: Props) {
  const rules = useExplanations(file, text);
  const [chosen, setChosen] = useState<string | null>(null);
  const rule = rules.find((other) => other.name === chosen) ?? rules[0];
  return (
    <details className="explanation" open>
      <summary>
        What it does
        {rules.length > 1 && (
          <select
            aria-label="Rule that is explained"
            value={rule?.name}
            onChange={(event) => setChosen(event.target.value)}
            onClick={(event) => event.stopPropagation()}
          >
            {rules.map((other) => (
              <option key={other.name}>{other.name}</option>
            ))}
          </select>
        )}
      </summary>
      {rule ? (
        <div className="explanation-body">
          <div className="explanation-picture" tabIndex={0} role="group" aria-label="Picture of the rule">
            <StateDiagram name={rule.name} graph={rule.graph} />
          </div>
          <p className="explanation-text">{rule.text.trim()}</p>
        </div>
      ) : (
        <p className="muted explanation-empty">
          A rule is explained here as soon as this text has one without errors.
        </p>
      )}
    </details>
  );
}
