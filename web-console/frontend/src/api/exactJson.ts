/**
 * A number that a double cannot write back as it was sent, such as 1.50 or 17 digits of a decimal.
 * Analysts compare what they see with their own records, so the digits are kept.
 */
export class ExactNumber {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }

  toString(): string {
    return this.digits;
  }
}

interface ReviverContext {
  source?: string;
}

type SourceReviver = (this: unknown, key: string, value: unknown, context?: ReviverContext) => unknown;

/** Parses JSON; numbers whose digits would change become an {@link ExactNumber} where the browser tells the source. */
export function parseExactly(text: string): unknown {
  const reviver: SourceReviver = (_key, value, context) => {
    const source = context?.source;
    if (typeof value !== 'number' || source === undefined || String(value) === source) return value;
    return new ExactNumber(source);
  };
  return JSON.parse(text, reviver);
}
