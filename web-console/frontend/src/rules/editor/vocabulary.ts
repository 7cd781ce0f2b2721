/** The words of the language, as the editor colours them. */

export const DECLARATIONS = ['event', 'rule', 'view', 'table', 'list', 'let', 'decision', 'test'] as const;

const CLAUSES =
  'severity tags by on when match then without within overlapping skip final alert emit add remove score once per ' +
  'from window select having as every key expire late after over last step ending ago before this immediately any ' +
  'reluctant until for to expect no';

export const KEYWORDS: readonly string[] = CLAUSES.split(' ');

export const OPERATORS = [
  'and',
  'or',
  'not',
  'in',
  'is',
  'missing',
  'between',
  'like',
  'matches',
  'if',
  'else',
] as const;

export const SEVERITY_WORDS = ['low', 'medium', 'high', 'critical'] as const;

export const TYPES = [
  'int',
  'decimal',
  'float',
  'string',
  'bool',
  'timestamp',
  'duration',
  'enum',
  'ip',
  'geo',
] as const;
