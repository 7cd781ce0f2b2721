import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemError } from '../api/problem';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { useToasts } from '../ui/toasts';

interface Props {
  file: string;
  onDelete: () => Promise<void>;
}

/** Deletes a rule file, after asking. */
export function DeleteFile({ file, onDelete }: Props) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const toasts = useToasts();
  const deleting = useMutation({
    mutationFn: onDelete,
    onSuccess: () => {
      toasts.done(`Deleted ${file}.`);
      void navigate('/rules', { state: { discard: true } });
    },
    onError: (error) => {
      setAsking(false);
      const changed = error instanceof ProblemError && error.status === 412;
      toasts.failed(
        `${file} was not deleted.`,
        changed ? 'Somebody else has changed it since you opened it; load the page again to see it.' : error,
      );
    },
  });
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        Delete…
      </button>
      {asking && (
        <ConfirmDialog
          title={`Delete ${file}?`}
          action="Delete the file"
          busy={deleting.isPending}
          onConfirm={() => deleting.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>
            Its rules stop watching at once, and their partial matches are forgotten. Alerts raised so far
            stay.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
