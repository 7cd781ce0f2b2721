import type { Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, type Command } from '@codemirror/view';
import { definition, format, hover } from '../../api/language';
import { renderMarkdown } from './markdown';

/** Says what the word under the pointer means. */
export function hoverOverRules(file: string): Extension {
  return hoverTooltip(async (view, offset) => {
    const said = await hover({ file, text: view.state.doc.toString(), offset }).catch(() => null);
    if (!said) return null;
    return {
      pos: said.from,
      end: said.to,
      above: true,
      create: ({ state }) => ({ dom: renderMarkdown(said.markdown, state) }),
    };
  });
}

/** F12, or a click with Ctrl or ⌘, goes to where a name is declared, when that is in this file. */
export function goToDefinition(file: string): Extension {
  return [
    keymap.of([{ key: 'F12', run: (view) => go(view, file, view.state.selection.main.head) }]),
    EditorView.domEventHandlers({
      mousedown: (event, view) => {
        const offset = event.ctrlKey || event.metaKey ? view.posAtCoords(event) : null;
        return offset !== null && go(view, file, offset);
      },
    }),
  ];
}

function go(view: EditorView, file: string, offset: number): boolean {
  const text = view.state.doc.toString();
  void definition({ file, text, offset })
    .catch(() => [])
    .then((places) => {
      const place = places.find((other) => other.file === file);
      if (!place || view.state.doc.toString() !== text) return;
      view.dispatch({
        selection: { anchor: place.from, head: place.to },
        effects: EditorView.scrollIntoView(place.from, { y: 'center' }),
      });
    });
  return true;
}

/** Lays the text out in the one look that all rule files have. A text that cannot be read stays as it is. */
export async function formatText(view: EditorView, file: string): Promise<void> {
  const text = view.state.doc.toString();
  const edits = await format(file, text);
  if (view.state.doc.toString() !== text) return;
  const line = view.state.doc.lineAt(view.state.selection.main.head).number;
  view.dispatch({ changes: edits.map(({ from, to, text: insert }) => ({ from, to, insert })) });
  const { doc } = view.state;
  if (edits.length > 0) view.dispatch({ selection: { anchor: doc.line(Math.min(line, doc.lines)).from } });
}

/** Shift-Alt-F formats. */
export function formatWithKey(file: string): Extension {
  const run: Command = (view) => {
    void formatText(view, file).catch(() => undefined);
    return true;
  };
  return keymap.of([{ key: 'Shift-Alt-f', run, preventDefault: true }]);
}
