import { StreamLanguage, type StreamParser, type StringStream } from '@codemirror/language';
import { DECLARATIONS, KEYWORDS, OPERATORS, SEVERITY_WORDS, TYPES } from './vocabulary';

/** Strings hold expressions in braces, which may hold strings again; the stack says where the reading is. */
interface TripState {
  stack: ('string' | 'braces')[];
  /** Inside a comment that may go on for lines. */
  comment: boolean;
}

const KINDS = new Map<string, string>([
  ...DECLARATIONS.map((word) => [word, 'definitionKeyword'] as const),
  ...KEYWORDS.map((word) => [word, 'keyword'] as const),
  ...OPERATORS.map((word) => [word, 'operatorKeyword'] as const),
  ...SEVERITY_WORDS.map((word) => [word, 'atom'] as const),
  ...TYPES.map((word) => [word, 'typeName'] as const),
  ['true', 'bool'],
  ['false', 'bool'],
]);

export const tripParser: StreamParser<TripState> = {
  name: 'tripline',
  startState: () => ({ stack: [], comment: false }),
  copyState: ({ stack, comment }) => ({ stack: [...stack], comment }),
  token: (stream, state) => {
    // A string ends with its line, so that one quote too few does not colour the rest of the file.
    if (stream.sol()) state.stack = [];
    if (state.comment) return inComment(stream, state);
    return state.stack.at(-1) === 'string' ? inString(stream, state) : inCode(stream, state);
  },
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', '"'] },
    indentOnInput: /^\s*\}$/,
  },
};

function inString(stream: StringStream, { stack }: TripState): string {
  if (stream.eat('"')) {
    stack.pop();
    return 'string';
  }
  if (stream.match('{{') || stream.match('}}')) return 'string';
  if (stream.eat('{')) {
    stack.push('braces');
    return 'string.special';
  }
  while (!stream.eol()) {
    const next = stream.peek();
    if (next === '"' || next === '{' || next === '}') break;
    stream.next();
    if (next === '\\') stream.next();
  }
  if (stream.current() === '') stream.next();
  return 'string';
}

function inComment(stream: StringStream, state: TripState): string {
  state.comment = !stream.match(/^.*?\*\//);
  if (state.comment) stream.skipToEnd();
  return 'comment';
}

function inCode(stream: StringStream, state: TripState): string | null {
  const { stack } = state;
  if (stream.eatSpace()) return null;
  if (stream.match('/*')) return inComment(stream, state);
  if (stream.match('//')) {
    stream.skipToEnd();
    return 'comment';
  }
  if (stream.eat('"')) {
    stack.push('string');
    return 'string';
  }
  if (stack.length > 0 && stream.eat('}')) {
    stack.pop();
    return 'string.special';
  }
  if (stream.match(/^@\w+/)) return 'annotation';
  if (stream.match(/^\d\d?:\d\d(:\d\d(\.\d+)?)?/)) return 'number';
  if (stream.match(/^(\d+(ms|[smhdw]))+\b/) || stream.match(/^\d+(\.\d+)?\b/)) return 'number';
  if (stream.match(/^[A-Za-z_]\w*/)) return kindOfWord(stream);
  if (stream.match(/^(==|!=|<=|>=|\?\?|[-+*/%<>=?])/)) return 'operator';
  if (stream.match(/^[()[\]{}]/)) return 'bracket';
  stream.next();
  return null;
}

function kindOfWord(stream: StringStream): string {
  const word = stream.current();
  if (stream.string.charAt(stream.start - 1) === '.') return 'propertyName';
  if (/^[A-Z]/.test(word)) return 'className';
  const kind = KINDS.get(word) ?? 'variableName';
  // A word with a bracket right behind it is called.
  const callable = kind === 'variableName' || kind === 'keyword';
  if (callable && stream.peek() === '(') return 'variableName.function';
  const beginsLine = stream.string.slice(0, stream.start).trim() === '';
  // A field may be called like a type; what begins a line is its name.
  return kind === 'typeName' && beginsLine ? 'variableName' : kind;
}

export const tripLanguage = StreamLanguage.define(tripParser);
