import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState';

export function NoRules() {
  return (
    <EmptyState title="No rules yet">
      <p>
        A rule file declares the events that are sent, and the rules that watch them. Start from a template,
        or with an empty file.
      </p>
      <p>
        <Link className="button primary" to="/rules/new">
          New rule file
        </Link>
      </p>
    </EmptyState>
  );
}
