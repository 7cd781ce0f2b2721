import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/**
 * The editor's looks. Colours come from the page's custom properties, which reach into the shadow tree, so that one
 * theme serves light and dark. CodeMirror's own pictures are data: addresses, which the page forbids; these rules
 * replace them.
 */
const layout = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--surface)', fontSize: '13.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 16px 0 8px' },
  '.cm-gutters': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink-3)',
    border: 'none',
    paddingLeft: '4px',
  },
  '.cm-activeLine': { backgroundColor: 'var(--line-active)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--line-active)', color: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid var(--line-strong)',
  },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
    fontFamily: 'var(--sans)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '14em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px 3px 6px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.75', fontFamily: 'var(--sans)' },
  '.cm-panels': { backgroundColor: 'var(--surface-2)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-searchMatch': { backgroundColor: 'var(--search-match)' },
});

const docs = EditorView.theme({
  '.cm-tooltip-hover, .cm-completionInfo': { maxWidth: '46em' },
  '.language-doc': { padding: '8px 12px', fontSize: '13px', lineHeight: '1.45', whiteSpace: 'normal' },
  '.language-doc pre': {
    margin: '0 0 6px',
    fontFamily: 'var(--mono)',
    fontSize: '12.5px',
    whiteSpace: 'pre-wrap',
  },
  '.language-doc p': { margin: '4px 0 0', color: 'var(--ink-2)' },
  '.language-doc code': { fontFamily: 'var(--mono)', color: 'var(--ink)' },
  '.cm-diagnosticAction': {
    marginTop: '6px',
    marginLeft: '0',
    marginRight: '8px',
    padding: '2px 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: '4px',
    backgroundColor: 'var(--surface-2)',
    color: 'var(--ink)',
    cursor: 'pointer',
  },
});

const lint = EditorView.theme({
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad) 1.5px',
    textUnderlineOffset: '4px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--warn) 2px',
    textUnderlineOffset: '4px',
  },
  '.cm-lintRange-active': { backgroundColor: 'var(--bad-soft)' },
  '.cm-lint-marker': {
    width: '0.9em',
    height: '0.9em',
    display: 'grid',
    placeItems: 'center',
    fontSize: '0.9em',
    fontWeight: '700',
  },
  '.cm-lint-marker-error': { content: 'normal', color: 'var(--bad)' },
  '.cm-lint-marker-error::before': { content: '"●"' },
  '.cm-lint-marker-warning': { content: 'normal', color: 'var(--warn)' },
  '.cm-lint-marker-warning::before': { content: '"▲"' },
  '.cm-tooltip-lint': { maxWidth: '48em' },
  '.cm-diagnostic': { padding: '8px 12px', whiteSpace: 'normal', fontSize: '13px', lineHeight: '1.45' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--bad)' },
  '.cm-diagnostic-warning': { borderLeft: '4px solid var(--warn)' },
  '.diagnostic-hint': { color: 'var(--ink-2)', marginTop: '2px' },
});

const colours = HighlightStyle.define([
  { tag: tags.definitionKeyword, color: 'var(--code-keyword)', fontWeight: '600' },
  { tag: [tags.keyword, tags.operatorKeyword], color: 'var(--code-keyword)' },
  { tag: tags.className, color: 'var(--code-type)', fontWeight: '600' },
  { tag: tags.typeName, color: 'var(--code-type)' },
  { tag: tags.function(tags.variableName), color: 'var(--code-function)' },
  { tag: [tags.number, tags.bool, tags.atom], color: 'var(--code-number)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: tags.special(tags.string), color: 'var(--code-function)', fontWeight: '600' },
  { tag: tags.annotation, color: 'var(--code-function)' },
  { tag: tags.propertyName, color: 'var(--ink)' },
  { tag: tags.variableName, color: 'var(--ink)' },
  { tag: [tags.operator, tags.bracket], color: 'var(--ink-2)' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
]);

export const tripTheme = [layout, docs, lint, syntaxHighlighting(colours)];
