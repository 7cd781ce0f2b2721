const NAME = /^[A-Za-z0-9._-]+$/;
const ENDING = '.trip';

/** What is wrong with a file's name, in words; null when nothing is. */
export function nameProblem(name: string, taken: readonly string[]): string | null {
  if (name === '' || name === ENDING) return 'Give the file a name.';
  if (!NAME.test(name)) return 'A name is made of letters, digits, “.”, “_” and “-”.';
  if (!name.endsWith(ENDING)) return 'A name ends in “.trip”.';
  if (taken.includes(name)) return `There is a file ${name} already.`;
  return null;
}

/** The name with the ending that every rule file has. */
export function withEnding(name: string): string {
  const trimmed = name.trim();
  return trimmed === '' || trimmed.endsWith(ENDING) ? trimmed : `${trimmed}${ENDING}`;
}
