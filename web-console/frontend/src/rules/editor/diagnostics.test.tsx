import { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { diagnosticOf } from '../../testing/diagnosticOf';
import { inReadingOrder, summaryOf, underlinesOf } from './diagnostics';

const underline = (parts: Parameters<typeof diagnosticOf>[0], textLength = 100) =>
  underlinesOf([diagnosticOf(parts)], 'cards.trip', textLength)[0];

describe('the underlines of a text', () => {
  it('stand where the compiler says, with its words and its hint', () => {
    expect(underline({})).toMatchObject({
      from: 52,
      to: 57,
      severity: 'error',
      message: '`amout` is not a field of Transaction\ndid you mean `amount`?',
    });
  });

  it('show the hint on a line of its own', () => {
    const underlined = underline({ message: 'wrong', hint: 'do right' });
    const node = document.createElement('p');
    node.append(underlined?.renderMessage?.(undefined as never) ?? '');
    expect(node.querySelector('.diagnostic-hint')).toHaveTextContent('do right');
    expect(underline({ message: 'wrong', hint: null })?.message).toBe('wrong');
  });

  it('tell warnings from errors', () => {
    expect(underline({ level: 'warning' })?.severity).toBe('warning');
  });

  it('are none for other files', () => {
    expect(underline({ file: 'events.trip' })).toBeUndefined();
  });

  it('grow to one character where the compiler means a place between two', () => {
    expect(underline({ offset: 10, endOffset: 10 })).toMatchObject({ from: 10, to: 11 });
  });

  it('take the last character where something is missing at the end', () => {
    expect(underline({ offset: 100, endOffset: 100 })).toMatchObject({ from: 99, to: 100 });
  });

  it('stay within a text that has become shorter meanwhile', () => {
    expect(underline({ offset: 52, endOffset: 57 }, 20)).toMatchObject({ from: 19, to: 20 });
    expect(underline({ offset: 0, endOffset: 0 }, 0)).toMatchObject({ from: 0, to: 0 });
  });
});

describe('the fixes of an underline', () => {
  it('change the text that was checked, and no other', () => {
    const fixes = [{ diagnostic: 0, title: 'Write `amount`', edits: [{ from: 0, to: 5, text: 'amount' }] }];
    const action = underlinesOf([diagnosticOf({ fixes, file: 'a.trip' })], 'a.trip', 5)[0]?.actions?.[0];
    expect(action?.name).toBe('Write `amount`');
    const view = new EditorView({ doc: 'amout' });
    action?.apply(view, 0, 5);
    expect(view.state.doc.toString()).toBe('amount');
    action?.apply(view, 0, 5);
    expect(view.state.doc.toString()).toBe('amount');
  });
});

describe('the list of problems', () => {
  it('has errors before warnings, this file before others, then the order of the text', () => {
    const problems = [
      diagnosticOf({ message: 'warning', level: 'warning', line: 1 }),
      diagnosticOf({ message: 'elsewhere', file: 'events.trip', line: 1 }),
      diagnosticOf({ message: 'later', line: 8, column: 2 }),
      diagnosticOf({ message: 'right', line: 3, column: 9 }),
      diagnosticOf({ message: 'left', line: 3, column: 1 }),
    ];
    const order = inReadingOrder(problems, 'cards.trip').map(({ message }) => message);
    expect(order).toEqual(['left', 'right', 'later', 'elsewhere', 'warning']);
  });

  it('is summed up in words', () => {
    expect(summaryOf([])).toBe('');
    expect(summaryOf([diagnosticOf({})])).toBe('1 error');
    expect(summaryOf([diagnosticOf({}), diagnosticOf({}), diagnosticOf({ level: 'warning' })])).toBe(
      '2 errors, 1 warning',
    );
  });
});
