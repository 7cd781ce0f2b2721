import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { blocksOf, renderMarkdown } from './markdown';

const TEXT = '```tripline\namount decimal\n```\nA field of `Transaction`.\n\n**In euros**';

describe('what the service says', () => {
  it('is code and paragraphs', () => {
    expect(blocksOf(TEXT)).toEqual([
      { code: true, text: 'amount decimal' },
      { code: false, text: 'A field of `Transaction`.' },
      { code: false, text: '**In euros**' },
    ]);
  });

  it('is shown as such, and never as markup', () => {
    const node = renderMarkdown(`${TEXT}\n\n<b>not bold</b>`, EditorState.create());
    expect(node.querySelector('pre')).toHaveTextContent('amount decimal');
    expect(node.querySelector('code')).toHaveTextContent('Transaction');
    expect(node.querySelector('strong')).toHaveTextContent('In euros');
    expect(node.querySelector('b')).toBeNull();
  });
});
