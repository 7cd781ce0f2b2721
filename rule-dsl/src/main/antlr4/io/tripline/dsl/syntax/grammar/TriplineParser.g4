/*
 * The rule language.
 *
 * Clauses and fields need no separator: each begins with a word that cannot go on what stands before it. Every rule is
 * written so that two tokens of lookahead decide, and nothing but brackets nests, so depth can be bounded by counting
 * brackets. Where a likely mistake can be read without doubt (`&&`, 'text', `name: type`) the grammar reads it and the
 * syntax builder says what to write.
 *
 * When input does not fit, ClauseRecovery goes on at the next `clause`, `field` or `declaration`.
 */
parser grammar TriplineParser;

options {
    tokenVocab = TriplineLexer;
    superClass = LineAwareParser;
}

ruleFile: declaration* EOF;

declaration: eventDeclaration | ruleDeclaration;

eventDeclaration: EVENT word eventBody lateness?;
eventBody: LBRACE field* RBRACE;
field: word {typeFollows()}? COLON? type QUESTION? mark* COMMA?;
type: (LIST OF)* element;
element: ENUM LPAREN word (COMMA word)* COMMA? RPAREN # enumType
    | word # namedType;
mark: AT {wordFollows()}? word;
lateness: LATE AFTER duration;

ruleDeclaration: RULE word title = STRING? ruleBody;
ruleBody: LBRACE clause* RBRACE;
clause
    : SEVERITY word # severityClause
    | BY word (COMMA word)* # byClause
    | ON step # onClause
    | WHEN expression # whenClause
    | MATCH step (THEN step)* # matchClause
    | WITHIN duration # withinClause
    | ALERT template # alertClause
    | ONCE PER duration # onceClause
    ;

step: (label = word COLON)? event = word filter? repetition?;
filter: LBRACKET expression RBRACKET;
repetition: LBRACE least = INTEGER (to = COMMA most = INTEGER?)? RBRACE | PLUS | STAR | QUESTION;

template: TEMPLATE_START part* TEMPLATE_END;
part: TEMPLATE_TEXT # textPart
    | VALUE_START expression VALUE_END # valuePart;

expression: conjunction ((OR | BARS) conjunction)*;
conjunction: negation ((AND | AMPERSANDS) negation)*;
negation: (NOT | BANG)* comparison;
comparison: sum relation*;
relation
    : operator = (EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | ASSIGN | UNEQUAL) sum # compared
    | NOT? IN LPAREN expression (COMMA expression)* COMMA? RPAREN # inList
    | NOT? BETWEEN sum AND sum # inRange
    | IS NOT? MISSING # isMissing
    ;
sum: product ((PLUS | MINUS) product)*;
product: factor ((STAR | SLASH | PERCENT) factor)*;
factor: MINUS* fallback;
fallback: primary (OR_ELSE MINUS* primary)*;
primary
    : name LPAREN (expression (COMMA expression)*)? RPAREN window? # call
    | name filter? (DOT word)? # reference
    | number # numberLiteral
    | DURATION # durationLiteral
    | (STRING | QUOTED) # textLiteral
    | (TRUE | FALSE) # boolLiteral
    | LPAREN expression RPAREN # parenthesised
    ;
window: OVER duration;
number: INTEGER | DECIMAL | BAD_NUMBER;
duration: DURATION | INTEGER | DECIMAL | BAD_NUMBER;

// A name where an expression may stand: any word that does not itself begin or join expressions.
name
    : IDENTIFIER | AFTER | ALERT | BETWEEN | BY | ENUM | EVENT | IN | IS | LATE | LIST | MATCH | MISSING | OF | ON | ONCE
    | OVER | PER | RULE | SEVERITY | THEN | WHEN | WITHIN
    ;
// A name where only a name can stand: any word.
word: name | AND | FALSE | NOT | OR | TRUE;
