import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { CheckResult } from './checking';
import { openEditor, type OpenEditor } from './openEditor';

/** What a page may have the editor do. */
export interface EditorHandle {
  replaceText(text: string): void;
  /** Puts the cursor on a piece of the text, in sight, and the focus there. */
  select(from: number, to: number): void;
  goToLine(line: number): void;
  insert(text: string): void;
  format(): void;
  focus(): void;
}

interface Props {
  ref: Ref<EditorHandle>;
  file: string;
  initialText: string;
  onText: (text: string) => void;
  onCheck: (result: CheckResult) => void;
  onSave: () => void;
}

/**
 * The editor of one rule file. It lives in a shadow tree: there CodeMirror brings its styles as adopted style sheets,
 * which a strict content security policy allows, and not as style elements, which it forbids.
 */
export function RuleEditor({ ref, file, initialText, ...latest }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<OpenEditor | null>(null);
  const initial = useRef(initialText);
  const props = useRef(latest);
  useEffect(() => {
    props.current = latest;
  });

  useEffect(() => {
    if (!host.current) return undefined;
    const opened = openEditor({
      root: host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' }),
      file,
      text: initial.current,
      onText: (text) => props.current.onText(text),
      onCheck: (result) => props.current.onCheck(result),
      onSave: () => props.current.onSave(),
    });
    editor.current = opened;
    return () => {
      initial.current = opened.text();
      opened.close();
      editor.current = null;
    };
  }, [file]);

  useImperativeHandle(ref, () => ({
    replaceText: (text) => editor.current?.replaceText(text),
    select: (from, to) => editor.current?.select(from, to),
    goToLine: (line) => editor.current?.goToLine(line),
    insert: (text) => editor.current?.insert(text),
    format: () => {
      // That the node does not answer is said beside the editor by its check.
      void editor.current?.format().catch(() => undefined);
    },
    focus: () => editor.current?.focus(),
  }));

  return <div className="editor-host" ref={host} />;
}
