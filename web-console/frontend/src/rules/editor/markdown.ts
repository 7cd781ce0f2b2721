import { highlightingFor } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { highlightTree } from '@lezer/highlight';
import { tripLanguage } from './highlighting';

/** A piece of what the language service writes: code in fences, or plain text. */
export interface Block {
  code: boolean;
  text: string;
}

/** Reads the little Markdown the service writes: fences, and between them paragraphs. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const [index, part] of markdown.split(/^```[a-z]*$/m).entries()) {
    const code = index % 2 === 1;
    const texts = code ? [part] : part.split(/\n\s*\n/);
    blocks.push(...texts.map((text) => ({ code, text: text.trim() })).filter(({ text }) => text !== ''));
  }
  return blocks;
}

/** Shows Markdown of the service; code in the colours of the editor. */
export function renderMarkdown(markdown: string, state: EditorState): HTMLElement {
  const node = document.createElement('div');
  node.className = 'language-doc';
  for (const block of blocksOf(markdown)) {
    node.append(block.code ? codeOf(block.text, state) : paragraphOf(block.text));
  }
  return node;
}

function codeOf(text: string, state: EditorState): HTMLElement {
  const code = document.createElement('pre');
  let place = 0;
  const put = (to: number, classes: string) => {
    const piece = document.createElement('span');
    piece.className = classes;
    piece.textContent = text.slice(place, to);
    code.append(piece);
    place = to;
  };
  const highlighter = {
    style: (tags: Parameters<typeof highlightingFor>[1]) => highlightingFor(state, tags),
  };
  highlightTree(tripLanguage.parser.parse(text), highlighter, (from, to, classes) => {
    if (from > place) put(from, '');
    put(to, classes);
  });
  if (place < text.length) put(text.length, '');
  return code;
}

/** `words` in backticks stand out, and so do **titles**. */
function paragraphOf(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  for (const [index, part] of text.split(/`([^`]*)`|\*\*([^*]*)\*\*/).entries()) {
    if (!part) continue;
    const kind = index % 3;
    if (kind === 0) paragraph.append(part);
    else {
      const piece = document.createElement(kind === 1 ? 'code' : 'strong');
      piece.textContent = part;
      paragraph.append(piece);
    }
  }
  return paragraph;
}
