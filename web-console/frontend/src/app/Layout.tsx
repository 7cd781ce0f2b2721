import { useState } from 'react';
import { Outlet } from 'react-router';
import { NavBar } from './NavBar';
import { NodeBanner } from './NodeBanner';
import { ShortcutsDialog } from './ShortcutsDialog';
import { useGlobalShortcuts } from './useGlobalShortcuts';

/** What stands around every page. */
export function Layout() {
  const [helpOpen, setHelpOpen] = useState(false);
  useGlobalShortcuts(() => setHelpOpen(true));
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <NavBar onHelp={() => setHelpOpen(true)} />
      <NodeBanner />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      {helpOpen && <ShortcutsDialog onClose={() => setHelpOpen(false)} />}
    </div>
  );
}
