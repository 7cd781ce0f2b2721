import { useState, type SubmitEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { nameProblem, withEnding } from './fileName';
import { freeName, TEMPLATES, textFor } from './templates';
import { useRuleSet } from './useRuleSet';

/** Where a rule file begins: a name and a template. Nothing is saved before the editor saves it. */
export function NewRulePage() {
  const navigate = useNavigate();
  const { data: rules, error, isPending, refetch } = useRuleSet();
  const [templateName, setTemplateName] = useState(TEMPLATES[0]?.name ?? '');
  const [ownName, setOwnName] = useState<string | null>(null);
  const [tried, setTried] = useState(false);

  const taken = rules?.files.map((file) => file.name) ?? [];
  const suggested = `${freeName(templateName, (name) => taken.includes(`${name}.trip`))}.trip`;
  const name = ownName ?? suggested;
  const problem = nameProblem(withEnding(name), taken);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const template = TEMPLATES.find((it) => it.name === templateName);
    if (problem || !template) return;
    void navigate(`/rules/${encodeURIComponent(withEnding(name))}`, {
      state: { draft: textFor(template, rules) },
    });
  };

  return (
    <div className="page narrow">
      <title>New rule file · Tripline</title>
      <nav className="crumbs" aria-label="Where this page is">
        <Link to="/rules">Rules</Link> <span aria-hidden="true">/</span> New rule file
      </nav>
      <h1>New rule file</h1>
      {isPending && <Loading what="rules" />}
      {error && (
        <ErrorNote what="The rules could not be loaded." error={error} retry={() => void refetch()} />
      )}
      <form onSubmit={submit} noValidate>
        <fieldset className="templates">
          <legend>Start from</legend>
          {TEMPLATES.map((template) => (
            <label className="template" key={template.name}>
              <input
                type="radio"
                name="template"
                value={template.name}
                checked={template.name === templateName}
                onChange={() => setTemplateName(template.name)}
              />
              <span>
                <strong>{template.title}</strong>
                <span className="muted">{template.what}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span>File name</span>
          <input
            className="input mono"
            value={name}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={tried && problem !== null}
            aria-describedby="name-problem"
            onChange={(event) => setOwnName(event.target.value)}
          />
          <span id="name-problem" className="field-problem" role="alert">
            {(tried || (ownName !== null && ownName !== '')) && problem}
          </span>
        </label>
        <p className="button-row">
          <button type="submit" className="button primary" disabled={isPending}>
            Open in the editor
          </button>
          <Link className="button" to="/rules">
            Cancel
          </Link>
        </p>
      </form>
    </div>
  );
}
