import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from '../ui/ConfirmDialog';

interface Props {
  file: string;
  dirty: boolean;
}

/** Asks before unsaved changes are left behind, be it for another page of the console or for another site. */
export function LeaveGuard({ file, dirty }: Props) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const discard = (nextLocation.state as { discard?: boolean } | null)?.discard === true;
    return dirty && !discard && currentLocation.pathname !== nextLocation.pathname;
  });

  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);

  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title="Leave without saving?"
      action="Leave without saving"
      onConfirm={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    >
      <p>
        <span className="mono">{file}</span> has changes that are not saved. They are lost when you leave.
      </p>
    </ConfirmDialog>
  );
}
