import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../api/rules';
import { diagnosticOf } from '../testing/diagnosticOf';
import type { CheckResult } from './editor/checking';
import { ProblemList } from './ProblemList';

function show(check: CheckResult, refusal: Diagnostic[] = []): Diagnostic[] {
  const jumps: Diagnostic[] = [];
  render(
    <MemoryRouter>
      <ProblemList
        file="cards.trip"
        check={check}
        refusal={refusal}
        onJump={(diagnostic) => jumps.push(diagnostic)}
      />
    </MemoryRouter>,
  );
  return jumps;
}

describe('the problems of a text', () => {
  it('are said with their place and hint, and lead there', async () => {
    const problem = diagnosticOf({});
    const jumps = show({ state: 'checked', diagnostics: [problem] });
    expect(screen.getByText('1 error')).toBeVisible();
    expect(screen.getByText('did you mean `amount`?')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /3:9/ }));
    expect(jumps).toEqual([problem]);
  });

  it('lead to the other file where they are there', () => {
    show({ state: 'checked', diagnostics: [diagnosticOf({ file: 'events.trip', line: 7, column: 1 })] });
    expect(screen.getByRole('link', { name: 'events.trip:7:1' })).toHaveAttribute(
      'href',
      '/rules/events.trip#L7',
    );
  });

  it('are none', () => {
    show({ state: 'checked', diagnostics: [] });
    expect(screen.getByText('No problems')).toBeVisible();
  });

  it('are not known when nobody could check', () => {
    show({ state: 'failed', error: new Error('The node does not answer.') });
    expect(screen.getByText('The text could not be checked. The node does not answer.')).toBeVisible();
  });

  it('are those of the refusal after a save that failed', () => {
    show({ state: 'checked', diagnostics: [] }, [diagnosticOf({ message: 'breaks another file' })]);
    expect(screen.getByText('breaks another file')).toBeVisible();
  });
});
