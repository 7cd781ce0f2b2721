import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { isNotFound } from '../api/problem';
import { getRuleText } from '../api/rules';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { RuleWorkbench } from './RuleWorkbench';

/** One rule file in the editor. */
export function RuleFilePage() {
  const { file = '' } = useParams();
  return <RuleFile key={file} file={file} />;
}

function RuleFile({ file }: { file: string }) {
  const state = useLocation().state as { draft?: unknown } | null;
  // Kept from the first look: saving makes a draft a file like any other, without opening the editor anew.
  const [draft] = useState(typeof state?.draft === 'string' ? state.draft : null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['rule-text', file],
    queryFn: ({ signal }) => getRuleText(file, signal),
    enabled: draft === null,
    // The editor works on its own copy; what others save meanwhile is found when saving.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

  if (draft !== null) return <RuleWorkbench file={file} initialText={draft} initialEtag={null} />;
  if (data) return <RuleWorkbench file={file} initialText={data.text} initialEtag={data.etag} />;
  return (
    <div className="page">
      <title>{`${file} · Tripline`}</title>
      {isPending && <Loading what={file} />}
      {isNotFound(error) ? (
        <div className="empty">
          <h1>There is no such rule file</h1>
          <p className="empty-text">
            No file has the name <code>{file}</code>; it may have been deleted.
          </p>
          <Link className="button" to="/rules">
            To the rules
          </Link>
        </div>
      ) : (
        error && (
          <ErrorNote what={`${file} could not be loaded.`} error={error} retry={() => void refetch()} />
        )
      )}
    </div>
  );
}
