import { useState } from 'react';
import { Link } from 'react-router';
import { useRuleSet } from '../rules/useRuleSet';
import { CodeSample } from '../ui/CodeSample';
import { EmptyState } from '../ui/EmptyState';
import { exampleEventOf } from './exampleEvent';

/** What to do when there is no alert yet: a rule first, then events. */
export function FirstSteps() {
  const [openedAt] = useState(() => new Date().toISOString());
  const files = useRuleSet().data?.files ?? [];
  const ruleCount = files.reduce((count, file) => count + file.rules.length, 0);
  const event = files.flatMap((file) => file.events)[0];
  const curl = `curl ${location.origin}/v1/events -H 'Content-Type: application/json' \\\n  -d '${exampleEventOf(event, openedAt)}'`;
  return (
    <EmptyState title="No alerts yet">
      <p>Alerts appear here by themselves, as soon as events complete a rule.</p>
      <ol className="steps">
        <li className={event ? 'done' : ''}>
          <strong>Declare an event.</strong> Say which fields it has, which one identifies it and which one is
          its time.
        </li>
        <li className={ruleCount > 0 ? 'done' : ''}>
          <strong>Write a rule</strong> over it, or start from a template.{' '}
          <Link to={ruleCount > 0 ? '/rules' : '/rules/new'}>
            {ruleCount > 0 ? 'See the rules' : 'New rule file'}
          </Link>
        </li>
        <li>
          <strong>Post events.</strong> The answer comes when they are durable.
          <CodeSample text={curl} label="Command that posts an event" />
        </li>
      </ol>
    </EmptyState>
  );
}
