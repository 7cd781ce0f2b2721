import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { BacktestDialog } from '../backtests/BacktestDialog';
import type { CheckResult } from './editor/checking';
import { knownEvents } from './editor/declaredEvents';
import { RuleEditor, type EditorHandle } from './editor/RuleEditor';
import { ConflictDialog } from './ConflictDialog';
import { ExplanationPanel } from './explain/ExplanationPanel';
import { DeleteFile } from './DeleteFile';
import { LeaveGuard } from './LeaveGuard';
import { ProblemList } from './ProblemList';
import { Reference } from './Reference';
import { useRuleDocument } from './useRuleDocument';
import { useRuleSet } from './useRuleSet';
import { useSaveKey } from './useSaveKey';

interface Props {
  file: string;
  initialText: string;
  /** Null for a file that has not been saved yet. */
  initialEtag: string | null;
}

/** The editor with what belongs around it: saving, problems, reference. */
export function RuleWorkbench({ file, initialText, initialEtag }: Props) {
  const document = useRuleDocument(file, initialText, initialEtag);
  const [check, setCheck] = useState<CheckResult>({ state: 'checking' });
  const [backtesting, setBacktesting] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const { hash } = useLocation();
  const files = useRuleSet().data?.files;
  const eventsOfOtherFiles = useMemo(
    () => files?.filter((other) => other.name !== file).flatMap((other) => other.events) ?? [],
    [files, file],
  );
  const events = useMemo(
    () => knownEvents(document.text, eventsOfOtherFiles),
    [document.text, eventsOfOtherFiles],
  );
  useSaveKey(document.save);

  useEffect(() => {
    const line = /^#L(\d+)$/.exec(hash)?.[1];
    if (line) editor.current?.goToLine(Number(line));
    else editor.current?.focus();
  }, [hash]);

  return (
    <div className="workbench">
      <title>{`${document.dirty ? '• ' : ''}${file} · Tripline`}</title>
      <header className="workbench-head">
        <nav className="crumbs" aria-label="Where this page is">
          <Link to="/rules">Rules</Link> <span aria-hidden="true">/</span> <h1 className="mono">{file}</h1>
        </nav>
        <span className="save-state" role="status">
          {document.saving
            ? 'Saving…'
            : document.isNew
              ? 'Not saved yet'
              : document.dirty
                ? 'Unsaved changes'
                : 'Saved'}
        </span>
        <span className="spacer" />
        {!document.isNew && <DeleteFile file={file} onDelete={document.remove} />}
        <button
          type="button"
          className="button"
          onClick={() => setBacktesting(true)}
          title="Run this text over the history of this node"
        >
          Backtest
        </button>
        <button type="button" className="button" onClick={() => editor.current?.format()} title="Shift+Alt+F">
          Format
        </button>
        <button
          type="button"
          className="button primary"
          onClick={document.save}
          disabled={document.saving || !document.dirty}
          title="Ctrl+S or ⌘S"
        >
          Save
        </button>
      </header>
      <RuleEditor
        ref={editor}
        file={file}
        initialText={initialText}
        onText={document.change}
        onCheck={setCheck}
        onSave={document.save}
      />
      <ProblemList
        file={file}
        check={check}
        refusal={document.refusal}
        onJump={(diagnostic) => editor.current?.select(diagnostic.offset, diagnostic.endOffset)}
      />
      <ExplanationPanel file={file} text={document.text} />
      <Reference events={events} onInsert={(text) => editor.current?.insert(text)} />
      {backtesting && (
        <BacktestDialog
          file={file}
          text={document.text}
          events={events}
          onClose={() => setBacktesting(false)}
        />
      )}
      {document.conflict && (
        <ConflictDialog
          file={file}
          mine={document.text}
          onOverwrite={document.overwrite}
          onAdopt={(text, etag) => {
            document.adopt(text, etag);
            editor.current?.replaceText(text);
          }}
          onClose={document.closeConflict}
        />
      )}
      <LeaveGuard file={file} dirty={document.dirty} />
    </div>
  );
}
