/*
 * The words of the rule language.
 *
 * Every character belongs to some token, so the lexer never fails: what cannot be right (a text without its closing
 * quote, 10min, a stray $) is a token of its own, which the parser or the syntax builder explains.
 *
 * RuleLexer, a subclass, decides when the text behind `alert` is read as a template, and when a `}` ends a value in it.
 */
lexer grammar TriplineLexer;

tokens { VALUE_END, UNCLOSED_TEMPLATE }

// Words. All of them may also be names where that cannot be misread; see `name` and `word` in the parser.
ADD: 'add';
AFTER: 'after';
AGO: 'ago';
ALERT: 'alert';
AND: 'and';
ANY: 'any';
AS: 'as';
AT_TIME: 'at';
BEFORE: 'before';
BETWEEN: 'between';
BY: 'by';
DECISION: 'decision';
ELSE: 'else';
EMIT: 'emit';
ENDING: 'ending';
ENUM: 'enum';
EVENT: 'event';
EVERY: 'every';
EXPECT: 'expect';
EXPIRE: 'expire';
FALSE: 'false';
FINAL: 'final';
FOR: 'for';
FROM: 'from';
HAVING: 'having';
IF: 'if';
IMMEDIATELY: 'immediately';
IN: 'in';
IS: 'is';
KEY: 'key';
LAST: 'last';
LATE: 'late';
LET: 'let';
LIKE: 'like';
LIST: 'list';
MATCH: 'match';
MATCHES: 'matches';
MISSING: 'missing';
NO: 'no';
NOT: 'not';
OF: 'of';
ON: 'on';
ONCE: 'once';
OR: 'or';
OVER: 'over';
OVERLAPPING: 'overlapping';
PER: 'per';
RELUCTANT: 'reluctant';
REMOVE: 'remove';
RULE: 'rule';
SCORE: 'score';
SELECT: 'select';
SEVERITY: 'severity';
SKIP_: 'skip';
STEP: 'step';
TABLE: 'table';
TAGS: 'tags';
TEST: 'test';
THEN: 'then';
THIS: 'this';
TO: 'to';
TRUE: 'true';
UNTIL: 'until';
VIEW: 'view';
WHEN: 'when';
WINDOW: 'window';
WITHIN: 'within';
WITHOUT: 'without';

IDENTIFIER: [\p{L}_] [\p{L}\p{M}\p{Nd}_]*;

DURATION: ([0-9]+ ('ms' | 's' | 'm' | 'h' | 'd' | 'w'))+;
CLOCK: [0-9] [0-9]? ':' [0-9] [0-9] (':' [0-9] [0-9] ('.' [0-9]+)?)?;
INTEGER: [0-9]+;
DECIMAL: [0-9]+ '.' [0-9]+;
BAD_NUMBER: [0-9] [\p{L}\p{Nd}_]* ('.' [\p{L}\p{Nd}_]+)*;

STRING: '"' (~["\\\r\n] | '\\' ~[\r\n])* '"';
UNCLOSED_STRING: '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'?;
// Other quotes, which text editors and other languages make.
QUOTED: '\'' ~['\r\n]* '\'' | [\u201C\u201D\u201E] ~["\u201C\u201D\u201E\r\n]* ["\u201C\u201D];

LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
LBRACE: '{';
RBRACE: '}';
COMMA: ',';
COLON: ':';
DOT: '.';
AT: '@';
OR_ELSE: '??';
QUESTION: '?';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
PERCENT: '%';
EQUAL: '==';
NOT_EQUAL: '!=';
LESS_OR_EQUAL: '<=';
GREATER_OR_EQUAL: '>=';
LESS: '<';
GREATER: '>';

// Operators of other languages: understood, so that the answer can name ours.
ASSIGN: '=';
UNEQUAL: '<>';
AMPERSANDS: '&&';
BARS: '||';
BANG: '!';

LINE_COMMENT: '//' ~[\r\n]* -> channel(HIDDEN);
BLOCK_COMMENT: '/*' .*? '*/' -> channel(HIDDEN);
UNCLOSED_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'*;
NEWLINE: [\r\n\u0085\u2028\u2029]+ -> channel(HIDDEN);
SPACE: ([\p{Zs}\t\f\u000B\uFEFF])+ -> channel(HIDDEN);
OTHER: .;

mode TEMPLATE_OPEN;
TEMPLATE_START: '"' -> mode(TEMPLATE);

mode TEMPLATE;
TEMPLATE_TEXT: (~["\\{}\r\n] | '\\' ~[{}\r\n] | '{{' | '}}')+;
VALUE_START: '{' -> pushMode(DEFAULT_MODE);
STRAY_BRACE: '}';
TEMPLATE_END: '"' -> popMode;
TEMPLATE_NEWLINE: '\\'? [\r\n]+;
TEMPLATE_OTHER: '\\' -> type(TEMPLATE_TEXT);
