import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { messageOf } from '../api/problem';
import { createEndpoint } from '../api/webhooks';
import { Dialog } from '../ui/Dialog';
import { SecretNote } from './SecretNote';
import { urlProblem } from './endpointUrl';

/** Asks for a name and an address; then shows the secret, this once. */
export function CreateEndpointDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [tried, setTried] = useState(false);
  const creating = useMutation({
    mutationFn: () => createEndpoint(name.trim(), url.trim()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['endpoints'] }),
  });

  if (creating.data) return <SecretNote endpoint={creating.data} onClose={onClose} />;

  const nameMissing = name.trim() === '' ? 'Give it a name, such as “On-call”.' : null;
  const wrongUrl = urlProblem(url.trim());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameMissing && !wrongUrl && !creating.isPending) creating.mutate();
  };
  return (
    <Dialog title="New webhook" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <div className="dialog-body">
          <label className="field">
            <span>Name</span>
            <input
              className="input"
              value={name}
              autoFocus
              autoComplete="off"
              aria-invalid={tried && nameMissing !== null}
              onChange={(event) => setName(event.target.value)}
            />
            <span className="field-problem">{tried && nameMissing}</span>
          </label>
          <label className="field">
            <span>URL</span>
            <input
              className="input mono"
              type="url"
              value={url}
              placeholder="https://…"
              autoComplete="off"
              spellCheck={false}
              aria-invalid={tried && wrongUrl !== null}
              onChange={(event) => setUrl(event.target.value)}
            />
            <span className="field-problem">{tried && wrongUrl}</span>
          </label>
          {creating.error && (
            <p className="note note-bad" role="alert">
              {messageOf(creating.error)}
            </p>
          )}
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={creating.isPending}>
            Create
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
