import { ensureSyntaxTree, LanguageSupport } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { describe, expect, it } from 'vitest';
import { tripLanguage } from './highlighting';

const names = tagHighlighter([
  { tag: tags.definitionKeyword, class: 'declaration' },
  { tag: tags.keyword, class: 'word' },
  { tag: tags.operatorKeyword, class: 'operator' },
  { tag: tags.className, class: 'event' },
  { tag: tags.typeName, class: 'type' },
  { tag: tags.function(tags.variableName), class: 'function' },
  { tag: tags.number, class: 'number' },
  { tag: tags.atom, class: 'value' },
  { tag: tags.string, class: 'text' },
  { tag: tags.special(tags.string), class: 'brace' },
  { tag: tags.annotation, class: 'role' },
  { tag: tags.comment, class: 'comment' },
  { tag: tags.propertyName, class: 'field' },
]);

/** The pieces of a text that have a colour, each as `text:kind`. */
function coloured(text: string): string[] {
  const state = EditorState.create({ doc: text, extensions: new LanguageSupport(tripLanguage) });
  const tree = ensureSyntaxTree(state, text.length);
  if (!tree) throw new Error('the text was not read');
  const pieces: string[] = [];
  highlightTree(tree, names, (from, to, kind) => pieces.push(`${text.slice(from, to)}:${kind}`));
  return pieces;
}

describe('the colours of a rule', () => {
  it('tell words, events, numbers with their units and values apart', () => {
    expect(coloured('rule r { severity high within 10m }')).toEqual([
      'rule:declaration',
      'severity:word',
      'high:value',
      'within:word',
      '10m:number',
    ]);
    expect(coloured('count(Transaction.amount) over 5m >= 1.50 and not x')).toEqual([
      'count:function',
      'Transaction:event',
      'amount:field',
      'over:word',
      '5m:number',
      '1.50:number',
      'and:operator',
      'not:operator',
    ]);
  });

  it('know every part of the language, and comments over several lines', () => {
    expect(coloured('decision d on T { block when last(T.a) over 2w > 1 /* a\nb */ else allow }')).toEqual([
      'decision:declaration',
      'on:word',
      'T:event',
      'when:word',
      'last:function',
      'T:event',
      'a:field',
      'over:word',
      '2w:number',
      '1:number',
      '/* a:comment',
      'b */:comment',
      'else:operator',
    ]);
    expect(coloured('T { at: 10:03:30 }')).toContain('10:03:30:number');
  });

  it('know a declaration', () => {
    expect(coloured('  id string @id // key')).toEqual(['string:type', '@id:role', '// key:comment']);
    expect(coloured('  ip ip?')).toEqual(['ip:type']);
  });

  it('read expressions within a message, and texts within those', () => {
    expect(coloured('"a {count(L[level == "E"])} b"')).toEqual([
      '"a :text',
      '{:brace',
      'count:function',
      'L:event',
      '"E":text',
      '}:brace',
      ' b":text',
    ]);
  });

  it('end a text with its line, so that a forgotten quote does not colour the rest', () => {
    expect(coloured('alert "oops\nwithin 5m')).toEqual([
      'alert:word',
      '"oops:text',
      'within:word',
      '5m:number',
    ]);
  });

  it('take a field for a field, also where it is called like a word', () => {
    expect(coloured('t.by')).toEqual(['by:field']);
  });
});
