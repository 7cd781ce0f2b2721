import { NavLink } from 'react-router';
import { useAlertFeed } from '../alerts/alertFeedContext';
import { NodePill } from './NodePill';

/** The way between the pages. */
export function NavBar({ onHelp }: { onHelp: () => void }) {
  const { unseen } = useAlertFeed();
  return (
    <header className="nav-bar">
      <NavLink to="/alerts" className="brand" aria-label="Tripline, to the alerts">
        <svg viewBox="0 0 26 20" width="26" height="20" aria-hidden="true">
          <path className="brand-line" d="M1 15h7.5L12 5l4.5 14 2.6-4H25" />
          <circle className="brand-knot" cx="12" cy="3.2" r="2.4" />
        </svg>
        Tripline
      </NavLink>
      <nav aria-label="Pages">
        <NavLink to="/alerts">
          Alerts
          {unseen > 0 && (
            <span className="nav-count">
              {unseen}
              <span className="visually-hidden"> new</span>
            </span>
          )}
        </NavLink>
        <NavLink to="/rules">Rules</NavLink>
        <NavLink to="/backtests">Backtests</NavLink>
        <NavLink to="/views">Views</NavLink>
        <NavLink to="/webhooks">Webhooks</NavLink>
        <NavLink to="/status">Status</NavLink>
      </nav>
      <NodePill />
      <button
        type="button"
        className="nav-help"
        onClick={onHelp}
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
      >
        ?
      </button>
    </header>
  );
}
