/** The words of the language, as the editor colours and completes them. */

export const DECLARATIONS = ['event', 'rule'] as const;

export const CLAUSES = [
  'severity',
  'by',
  'match',
  'then',
  'within',
  'on',
  'when',
  'alert',
  'once',
  'per',
  'over',
  'late',
  'after',
] as const;

export const OPERATORS = ['and', 'or', 'not', 'in', 'is', 'missing', 'between', 'like', 'matches'] as const;

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

export const AGGREGATES: readonly { name: string; what: string }[] = [
  { name: 'count', what: 'how many' },
  { name: 'sum', what: 'all values together' },
  { name: 'avg', what: 'the mean' },
  { name: 'min', what: 'the smallest' },
  { name: 'max', what: 'the largest' },
  { name: 'distinct', what: 'how many different values' },
];
