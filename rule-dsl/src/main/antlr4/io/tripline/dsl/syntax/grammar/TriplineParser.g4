/*
 * The rule language.
 *
 * Clauses and fields need no separator: each begins with a word that cannot go on what stands before it. Every rule is
 * written so that two tokens of lookahead decide (a name before `=` or `:` needs a third), and nothing but brackets
 * nests, so depth can be bounded by counting brackets. Where a likely mistake can be read without doubt (`&&`, 'text',
 * `name: type`) the grammar reads it and the syntax builder says what to write.
 *
 * When input does not fit, ClauseRecovery goes on at the next `clause`, `field` or `declaration`.
 */
parser grammar TriplineParser;

options {
    tokenVocab = TriplineLexer;
    superClass = LineAwareParser;
}

ruleFile: declaration* EOF;

declaration
    : eventDeclaration | tableDeclaration | listDeclaration | letDeclaration | viewDeclaration | ruleDeclaration
    | decisionDeclaration | testDeclaration
    ;

eventDeclaration: EVENT word eventBody lateness?;
eventBody: LBRACE field* RBRACE;
field: word {typeFollows()}? COLON? type QUESTION? mark* COMMA?;
type: (LIST OF)* element;
element: ENUM LPAREN word (COMMA word)* COMMA? RPAREN # enumType
    | word # namedType;
mark: AT {wordFollows()}? word;
lateness: LATE AFTER duration;

tableDeclaration: TABLE word KEY words (FROM feeds = words)? eventBody expiry?;
listDeclaration: LIST word OF type expiry?;
expiry: EXPIRE AFTER duration;

letDeclaration: LET word (OF event = word)? ASSIGN expression;

ruleDeclaration: RULE word title = STRING? ruleBody;
ruleBody: LBRACE clause* RBRACE;
clause
    : SEVERITY word # severityClause
    | TAGS words # tagsClause
    | BY keyPart (COMMA keyPart)* # byClause
    | ON LATE? step # onClause
    | WHEN expression # whenClause
    | MATCH pattern # matchClause
    | WITHOUT filtered BETWEEN word AND word # withoutClause
    | WITHIN duration # withinClause
    | OVERLAPPING # overlappingClause
    | SKIP_ TO place = word target = word # skipClause
    | FINAL # finalClause
    | ALERT template # alertClause
    | EMIT word record # emitClause
    | ADD expression TO word (FOR duration)? # addClause
    | REMOVE expression FROM word # removeClause
    | SCORE expression # scoreClause
    | ONCE PER duration # onceClause
    ;
words: word (COMMA word)*;
keyPart: word (LPAREN keyField (COMMA keyField)* RPAREN)?;
keyField: word DOT word;
record: LBRACE assignment* RBRACE;
assignment: word (COLON | ASSIGN) expression COMMA?;

pattern: part (THEN link part)*;
link: contiguity? ({onLineOfLast()}? WITHIN duration)?;
contiguity: IMMEDIATELY | ANY;
part
    : NOT absent (FOR duration | WITHIN duration)? # negatedPart
    | step # stepPart
    | LPAREN pattern ((OR pattern)+ | (AND pattern)+)? RPAREN repeat? # groupPart
    ;
absent: filtered | LPAREN filtered (OR filtered)* RPAREN;
step: (label = word COLON)? event = word filter? repeat?;
filtered: word filter?;
filter: LBRACKET expression RBRACKET;
// Brackets join conditions here: `(a: A+ until v > 5 and b: B)` would have two meanings.
repeat: repetition contiguity? RELUCTANT? (UNTIL negation)?;
repetition: LBRACE least = INTEGER (to = COMMA most = INTEGER?)? RBRACE | PLUS | STAR | QUESTION;

template: TEMPLATE_START piece* TEMPLATE_END;
piece: TEMPLATE_TEXT # textPart
    | VALUE_START expression VALUE_END # valuePart;

viewDeclaration: VIEW word title = STRING? viewBody;
viewBody: LBRACE viewClause* RBRACE;
viewClause
    : FROM filtered (BY group (COMMA group)*)? # fromClause
    | WINDOW kind = word duration (EVERY duration)? (IN STRING)? # windowClause
    | SELECT column (COMMA column)* # selectClause
    | HAVING expression # havingClause
    ;
group: expression (AS word)?;
column: expression AS word;

decisionDeclaration: DECISION word title = STRING? ON event = word (BY keyPart (COMMA keyPart)*)? decisionBody;
decisionBody: LBRACE branch* RBRACE;
branch: ELSE word # otherwise
    | word WHEN expression # verdict;

testDeclaration: TEST title = STRING OF word testBody;
testBody: LBRACE testLine* RBRACE;
testLine
    : EXPECT NO? word record? (AT_TIME expression)? # expectedLine
    | ADD expression TO word (FOR duration)? # entryLine
    | count = INTEGER? word record (EVERY duration)? # givenLine
    ;

expression: disjunction
    | IF disjunction THEN disjunction (ELSE IF disjunction THEN disjunction)* ELSE disjunction;
disjunction: conjunction ((OR | BARS) conjunction)*;
conjunction: negation ((AND | AMPERSANDS) negation)*;
negation: (NOT | BANG)* comparison;
comparison: sum relation*;
relation
    : operator = (EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | ASSIGN | UNEQUAL) sum # compared
    | NOT? IN LPAREN expression (COMMA expression)* COMMA? RPAREN # inList
    | NOT? IN primary # inNamed
    | NOT? BETWEEN sum AND sum # inRange
    | NOT? LIKE sum # isLike
    | NOT? MATCHES sum # isMatched
    | IS NOT? MISSING # isMissing
    ;
sum: product ((PLUS | MINUS) product)*;
product: factor ((STAR | SLASH | PERCENT) factor)*;
factor: MINUS* fallback;
fallback: primary (OR_ELSE MINUS* primary)*;
primary
    : name LPAREN (expression (COMMA expression)*)? ownKey? RPAREN window? # call
    | name brackets? (DOT word)? # reference
    | number # numberLiteral
    | DURATION # durationLiteral
    | CLOCK # clockLiteral
    | (STRING | QUOTED) # textLiteral
    | (TRUE | FALSE) # boolLiteral
    | LBRACKET (expression (COMMA expression)* COMMA?)? RBRACKET # listLiteral
    | LPAREN expression RPAREN # parenthesised
    ;
brackets: LBRACKET expression (COMMA expression)* RBRACKET;
ownKey: BY ownKeyPart (COMMA ownKeyPart)*;
ownKeyPart: word ((EQUAL | ASSIGN) sum)?;
window: OVER span (ENDING duration AGO)? (BEFORE THIS)?;
span: LAST INTEGER word # lastEvents
    | duration (STEP duration)? # sliding;
number: INTEGER | DECIMAL | BAD_NUMBER;
duration: DURATION | INTEGER | DECIMAL | BAD_NUMBER;

// A name where an expression may stand: any word that does not itself begin or join expressions.
name
    : IDENTIFIER | ADD | AFTER | AGO | ALERT | ANY | AS | AT_TIME | BEFORE | BETWEEN | BY | DECISION | EMIT
    | ENDING | ENUM | EVENT | EVERY | EXPECT | EXPIRE | FINAL | FOR | FROM | HAVING | IMMEDIATELY | IN | IS | KEY
    | LAST | LATE | LET | LIKE | LIST | MATCH | MATCHES | MISSING | NO | OF | ON | ONCE | OVER | OVERLAPPING | PER
    | RELUCTANT | REMOVE | RULE | SCORE | SELECT | SEVERITY | SKIP_ | STEP | TABLE | TAGS | TEST | THEN | THIS | TO
    | UNTIL | VIEW | WHEN | WINDOW | WITHIN | WITHOUT
    ;
// A name where only a name can stand: any word.
word: name | AND | ELSE | FALSE | IF | NOT | OR | TRUE;
