import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../api/problem';
import { deleteRuleFile, putRuleText, type Base, type Diagnostic, type SavedRules } from '../api/rules';
import { useToasts } from '../ui/toasts';

export interface RuleDocument {
  text: string;
  isNew: boolean;
  dirty: boolean;
  saving: boolean;
  /** Somebody else has changed or deleted the file since it was loaded. */
  conflict: boolean;
  /** What the node said when it refused to save. */
  refusal: readonly Diagnostic[];
  change: (text: string) => void;
  save: () => void;
  overwrite: () => void;
  closeConflict: () => void;
  /** Takes the saved text of somebody else as the one worked on. */
  adopt: (text: string, etag: string) => void;
  remove: () => Promise<void>;
}

interface Saved {
  text: string;
  etag: string;
}

interface SaveOrder {
  text: string;
  base: Base;
}

/**
 * A rule file being worked on: its text, what is saved of it, and whether somebody else was faster. Without an etag
 * nothing of it is saved yet.
 */
export function useRuleDocument(file: string, initialText: string, initialEtag: string | null): RuleDocument {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [text, setText] = useState(initialText);
  const [saved, setSaved] = useState<Saved | null>(
    initialEtag === null ? null : { text: initialText, etag: initialEtag },
  );
  const [conflict, setConflict] = useState(false);
  const [refusal, setRefusal] = useState<readonly Diagnostic[]>([]);

  const saving = useMutation({
    mutationFn: (order: SaveOrder) => putRuleText(file, order.text, order.base),
    onSuccess: (answer: SavedRules, order) => {
      setSaved({ text: order.text, etag: answer.file.etag });
      setRefusal([]);
      setConflict(false);
      toasts.done(`Saved ${file}; revision ${answer.revision} is running.`);
      void queries.invalidateQueries({ queryKey: ['rules'] });
    },
    onError: (error) => {
      const diagnostics = error instanceof ProblemError ? error.problem.diagnostics : undefined;
      if (error instanceof ProblemError && error.status === 412) setConflict(true);
      else {
        if (diagnostics) setRefusal(diagnostics);
        toasts.failed(`${file} was not saved.`, error);
      }
    },
  });

  return {
    text,
    isNew: saved === null,
    dirty: text !== saved?.text,
    saving: saving.isPending,
    conflict,
    refusal,
    change: (next) => {
      setText(next);
      setRefusal([]);
    },
    save: () => {
      if (!saving.isPending)
        saving.mutate({ text, base: saved ? { on: 'etag', etag: saved.etag } : { on: 'nothing' } });
    },
    overwrite: () => saving.mutate({ text, base: { on: 'anything' } }),
    closeConflict: () => setConflict(false),
    adopt: (theirs, etag) => {
      setText(theirs);
      setSaved({ text: theirs, etag });
      setConflict(false);
    },
    remove: async () => {
      if (saved) await deleteRuleFile(file, saved.etag);
      await queries.invalidateQueries({ queryKey: ['rules'] });
    },
  };
}
