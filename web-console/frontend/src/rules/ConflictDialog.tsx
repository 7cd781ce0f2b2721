import { useQuery } from '@tanstack/react-query';
import { isNotFound, messageOf } from '../api/problem';
import { getRuleText } from '../api/rules';
import { plural } from '../ui/formats';
import { CopyButton } from '../ui/CopyButton';
import { Dialog } from '../ui/Dialog';
import { countDifferences } from './lineDifferences';

interface Props {
  file: string;
  mine: string;
  onOverwrite: () => void;
  onAdopt: (text: string, etag: string) => void;
  onClose: () => void;
}

/** Explains that somebody else was faster, and offers every way on. */
export function ConflictDialog({ file, mine, onOverwrite, onAdopt, onClose }: Props) {
  const { data: theirs, error } = useQuery({
    queryKey: ['conflict', file, mine],
    queryFn: ({ signal }) => getRuleText(file, signal),
    gcTime: 0,
  });
  const deleted = isNotFound(error);
  const differences = theirs ? countDifferences(mine, theirs.text) : null;
  return (
    <Dialog title={`${file} was ${deleted ? 'deleted' : 'changed'} by somebody else`} onClose={onClose} wide>
      <div className="dialog-body">
        <p>
          Since you opened it, the file on the node has {deleted ? 'been deleted' : 'changed'}. Nothing of
          yours is lost, and nothing was saved.
          {differences &&
            ` Against yours, theirs has ${plural(differences.added, 'line')} more and ${plural(differences.removed, 'line')} fewer.`}
        </p>
        {error && !deleted && (
          <p className="note note-bad">Their text could not be loaded. {messageOf(error)}</p>
        )}
        {theirs && (
          <details>
            <summary>Show their text</summary>
            <pre className="their-text" tabIndex={0}>
              {theirs.text}
            </pre>
          </details>
        )}
      </div>
      <footer className="dialog-foot">
        <CopyButton text={mine} label="Copy my text" />
        <span className="spacer" />
        <button type="button" className="button" onClick={onClose} autoFocus>
          Keep editing
        </button>
        {theirs && (
          <button type="button" className="button" onClick={() => onAdopt(theirs.text, theirs.etag)}>
            Take theirs
          </button>
        )}
        <button type="button" className="button danger" onClick={onOverwrite}>
          {deleted ? 'Save mine again' : 'Overwrite with mine'}
        </button>
      </footer>
    </Dialog>
  );
}
