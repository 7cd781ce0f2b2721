import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorSelection } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { checkWhileTyping, type CheckResult } from './checking';
import { completeRules } from './completion';
import { tripLanguage } from './highlighting';
import { formatText, formatWithKey, goToDefinition, hoverOverRules } from './language';
import { tripTheme } from './theme';

export interface EditorOptions {
  root: ShadowRoot;
  file: string;
  text: string;
  onText: (text: string) => void;
  onCheck: (result: CheckResult) => void;
  onSave: () => void;
}

export interface OpenEditor {
  text(): string;
  replaceText(text: string): void;
  select(from: number, to: number): void;
  goToLine(line: number): void;
  insert(text: string): void;
  /** Lays the text out anew; fails when the node does not answer. */
  format(): Promise<void>;
  focus(): void;
  close(): void;
}

/** Opens CodeMirror with everything that a rule file needs. */
export function openEditor(options: EditorOptions): OpenEditor {
  const view = new EditorView({
    root: options.root,
    parent: options.root,
    doc: options.text,
    extensions: [
      keysOf(options),
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      drawSelection(),
      history(),
      indentUnit.of('  '),
      bracketMatching(),
      closeBrackets(),
      tripLanguage,
      tripTheme,
      completeRules(options.file),
      hoverOverRules(options.file),
      goToDefinition(options.file),
      formatWithKey(options.file),
      checkWhileTyping(options.file, options.onCheck),
      placeholder('Declare an event, then write a rule over it.'),
      EditorView.contentAttributes.of({ 'aria-label': `Text of ${options.file}` }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onText(update.state.doc.toString());
      }),
    ],
  });
  return {
    text: () => view.state.doc.toString(),
    replaceText: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    select: (from, to) => select(view, from, to),
    goToLine: (line) => {
      const { from } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      select(view, from, from);
    },
    insert: (text) => {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    },
    format: () => formatText(view, options.file),
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

function keysOf({ onSave }: EditorOptions) {
  const save = () => {
    onSave();
    return true;
  };
  return keymap.of([
    { key: 'Mod-s', run: save, preventDefault: true },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...lintKeymap,
    ...searchKeymap,
    ...historyKeymap,
    // Escape, then Tab leaves the editor; see the hint below it.
    indentWithTab,
    ...defaultKeymap,
  ]);
}

function select(view: EditorView, from: number, to: number): void {
  const end = view.state.doc.length;
  const selection = EditorSelection.single(Math.min(from, end), Math.min(to, end));
  view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.main, { y: 'center' }) });
  view.focus();
}
